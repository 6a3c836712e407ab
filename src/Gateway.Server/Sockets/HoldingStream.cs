using System.Buffers;

namespace Gateway.Server.Sockets;

/// <summary>
/// A connection's stream that can keep what is written until more is, so that messages that leave together cost one system call. Whoever
/// writes does so one at a time, as a WebSocket sees to.
/// </summary>
internal sealed class HoldingStream(Stream inner) : Stream
{
    // What is held does not grow further; it leaves, and the next is held again.
    private const int MostHeld = 64 * 1024;

    private readonly ArrayBufferWriter<byte> held = new();

    /// <summary>Whether what is written is kept until something is written while this is not set.</summary>
    public bool Holds { get; set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (held.WrittenCount == 0 && !Holds)
            return inner.WriteAsync(buffer, cancellationToken);
        held.Write(buffer.Span);
        return Holds && held.WrittenCount < MostHeld ? ValueTask.CompletedTask : WriteHeldAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        held.WrittenCount == 0 ? inner.FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask WriteHeldAsync(CancellationToken cancellationToken)
    {
        await inner.WriteAsync(held.WrittenMemory, cancellationToken);
        held.ResetWrittenCount();
    }
}
