namespace Gateway.EndToEnd.Tests.House;

/// <summary>Finds the working copy that the tests were built from.</summary>
internal static class Repository
{
    public static DirectoryInfo Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(params string[] parts) => Path.Combine([Root.FullName, .. parts]);

    private static DirectoryInfo Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gateway.sln")))
            folder = folder.Parent;
        return folder ?? throw new InvalidOperationException("Gateway.sln is in none of the folders above the tests.");
    }
}
