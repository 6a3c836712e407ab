using Gateway.Orders.Journal;

namespace Gateway.Orders.Tests.Journal;

/// <summary>
/// A disk that dies after so many operations, and then has of what was not flushed any sectors in any state they had since, and any length.
/// Its files are real ones: until it dies every reader sees what was written.
/// </summary>
internal sealed class ForgetfulDisk(int operations)
{
    // Small ones, so that there are many.
    private const int PageBytes = 512;

    private readonly List<ForgetfulFile> files = [];
    private int left = operations;

    public bool IsDead => left <= 0;

    public ISegmentBytes Open(string path)
    {
        var file = new ForgetfulFile(this, path);
        if (!IsDead)
            files.Add(file);
        return file;
    }

    public void Die() => left = 0;

    /// <summary>Leaves what a power cut leaves.</summary>
    public void CutPower(Random random, int sectorBytes) => files.ForEach(file => file.CutPower(random, sectorBytes));

    /// <summary>Leaves what a process leaves that dies within its last write.</summary>
    public void Kill(Random random) => files.ForEach(file => file.Kill(random));

    private sealed class ForgetfulFile : ISegmentBytes
    {
        private readonly ForgetfulDisk disk;
        private readonly string path;

        // As it is on the disk, and as it was after each operation since.
        private readonly List<byte[]> states;
        private bool isNamed;
        private int lastBegin = -1;
        private bool isGone;

        public ForgetfulFile(ForgetfulDisk disk, string path)
        {
            (this.disk, this.path) = (disk, path);
            isNamed = File.Exists(path);
            states = [isNamed ? File.ReadAllBytes(path) : []];
            if (!disk.IsDead)
                File.WriteAllBytes(path, states[0]);
        }

        public long Length => states[^1].Length;

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var state = new byte[Math.Max(Length, offset + bytes.Length)];
            states[^1].CopyTo(state, 0);
            bytes.CopyTo(state.AsSpan((int)offset));
            Become(state, (int)offset);
        }

        public void Cut(long length) => Become(states[^1][..(int)length], -1);

        // Neither the length nor the name.
        public void FlushContent() => Operate(() =>
        {
            var (durable, now) = (new byte[states[0].Length], states[^1]);
            now.AsSpan(0, Math.Min(now.Length, durable.Length)).CopyTo(durable);
            states.Clear();
            states.Add(durable);
            if (now.Length != durable.Length)
                states.Add(now);
            lastBegin = -1;
        });

        public void Flush() => Operate(() =>
        {
            states.RemoveRange(0, states.Count - 1);
            isNamed = true;
            lastBegin = -1;
        });

        public void Dispose() => isGone = true;

        public void CutPower(Random random, int sectorBytes)
        {
            if (!isNamed && random.Next(2) == 0)
            {
                File.Delete(path);
                return;
            }

            var left = new byte[states[random.Next(states.Count)].Length];
            var latest = random.NextDouble();
            for (var begin = 0; begin < left.Length; begin += sectorBytes)
            {
                var state = random.NextDouble() < latest ? states[^1] : states[random.Next(states.Count)];
                var end = Math.Min(Math.Min(begin + sectorBytes, left.Length), state.Length);
                if (begin < end)
                    state.AsSpan(begin..end).CopyTo(left.AsSpan(begin));
            }

            File.WriteAllBytes(path, left);
        }

        public void Kill(Random random)
        {
            if (lastBegin < 0 || isGone)
                return;
            var left = states[^2].ToArray();

            // The operating system takes a page after the other.
            var pages = random.Next(lastBegin / PageBytes, (states[^1].Length / PageBytes) + 1);
            var end = Math.Min(pages * PageBytes, left.Length);
            if (end > lastBegin)
                states[^1].AsSpan(lastBegin..end).CopyTo(left.AsSpan(lastBegin));
            File.WriteAllBytes(path, left);
        }

        private void Become(byte[] state, int begin) => Operate(() =>
        {
            states.Add(state);
            lastBegin = begin;
            File.WriteAllBytes(path, state);
        });

        private void Operate(Action operation)
        {
            if (disk.IsDead)
                return;
            operation();
            disk.left--;
        }
    }
}
