using Gateway.Server.Sessions;

namespace Gateway.Server.Requests;

/// <summary>What a key must be permitted for this request.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute(Permissions permissions) : Attribute
{
    /// <summary>All of these.</summary>
    public Permissions Permissions { get; } = permissions;
}
