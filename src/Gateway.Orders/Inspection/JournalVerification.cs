using Gateway.Orders.Journal;

namespace Gateway.Orders.Inspection;

/// <summary>Reads a journal from end to end and says whether it is what was written. It changes nothing.</summary>
public static class JournalVerification
{
    /// <summary>Writes what it finds, a line each.</summary>
    /// <returns>Whether a gateway would start with it.</returns>
    public static async Task<bool> WriteAsync(string directory, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        var scan = new JournalScan(directory);
        try
        {
            await foreach (var _ in scan.ReadAsync(cancellationToken))
            {
                // Reading is the proof.
            }
        }
        catch (JournalDamagedException damage)
        {
            await output.WriteLineAsync($"damaged  after {scan.Sequence} whole records. {damage.Message}");
            return false;
        }

        await output.WriteLineAsync(
            $"whole    {scan.Sequence} records in {scan.Files} {(scan.Files == 1 ? "file" : "files")}, each follows the one before.");
        if (scan.TornBytes > 0)
            await output.WriteLineAsync(
                $"torn     {scan.TornBytes} bytes after offset {scan.End} of '{scan.Last!.Path}' are a write that did not come to its end: " +
                "nothing followed from it, and the next start cuts it. A gateway that runs may just be writing it.");
        return true;
    }
}
