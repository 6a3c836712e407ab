namespace Hyperliquid.Simulator.Admin;

/// <summary>Which admin requests there are: one line each.</summary>
internal static class AdminCatalogue
{
    public static IReadOnlyList<AdminRequest> All { get; } =
    [
        new PostAccounts(),
        new PostApiKeys(),
        new PostClock(),
        new PostPrice(),
        new PostFunding(),
        new PostDexs(),
        new PostTokens(),
        new PostMarkets(),
        new PostDelistings(),
        new PostLiquidity(),
        new PostLimits(),
        new PostFaults(),
        new DeleteFaults(),
        new GetState(),
    ];

    /// <exception cref="AdminException">There is none.</exception>
    public static AdminRequest Find(string method, string path) =>
        All.FirstOrDefault(request => request.Method == method && request.Path == path)
        ?? throw new AdminException($"There is no {method} {path}; there are: {string.Join(", ", All.Select(request => $"{request.Method} {request.Path}"))}.");
}
