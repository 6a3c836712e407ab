using System.Text.Json.Nodes;
using Gateway.Cryptography;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Every readable action that arrived and what came of it, refused ones included: the truth that tests compare with.</summary>
internal sealed class ActionLog
{
    private readonly List<Entry> entries = [];

    public IReadOnlyList<Entry> Entries => entries;

    public void Add(Entry entry) => entries.Add(entry);

    /// <summary>One action.</summary>
    /// <param name="Time">Block time, ms.</param>
    /// <param name="Type">Its name on the wire.</param>
    /// <param name="Nonce">Its nonce.</param>
    /// <param name="Signer">Who signed, if that came to light.</param>
    /// <param name="Account">For whom it was executed; null if it was not admitted.</param>
    /// <param name="ConnectionId">What identifies the signed bytes.</param>
    /// <param name="Reply">What was answered.</param>
    internal sealed record Entry(long Time, string Type, long Nonce, Address? Signer, Address? Account, string ConnectionId, JsonObject Reply);
}
