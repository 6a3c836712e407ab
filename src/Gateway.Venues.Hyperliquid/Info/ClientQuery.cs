using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Info;

/// <summary>A question that clients may pass on.</summary>
/// <param name="type">The venue's name of it.</param>
/// <param name="isOfAccount">Whether it is about an account.</param>
/// <param name="parameters">What else it takes.</param>
internal abstract class ClientQuery(string type, bool isOfAccount, params QueryParameter[] parameters)
{
    public string Type => type;

    /// <summary>Asks the venue for a client, within the part of the rate budget that clients have.</summary>
    /// <exception cref="Transport.TransportException">The venue cannot be asked.</exception>
    public async Task<QueryReply<object>> AskAsync(InfoClient info, Address? user, JsonElement query, CancellationToken cancellationToken)
    {
        if (isOfAccount && user is null)
            return new QueryReply<object>.Refused($"of type {type} is about an account: name one.");
        var members = new JsonObject();
        if (isOfAccount)
            members["user"] = user.ToString();
        foreach (var parameter in parameters)
        {
            if (query.Member(parameter.Name) is not { } given)
            {
                if (parameter.IsRequired)
                    return new QueryReply<object>.Refused($"of type {type} must have '{parameter.Name}': {parameter.Right}.");
                continue;
            }

            if (parameter.Read(given) is not { } value)
                return new QueryReply<object>.Refused($"has a wrong '{parameter.Name}': it must be {parameter.Right}.");
            members[parameter.VenueName] = value;
        }

        return info.WaitFor(type, Share.Queries) is var wait && wait > TimeSpan.Zero
            ? new QueryReply<object>.TooEarly(wait)
            : new QueryReply<object>.Answered(await AskAsync(info, members, cancellationToken));
    }

    protected abstract Task<object?> AskAsync(InfoClient info, JsonObject members, CancellationToken cancellationToken);

    protected string BodyOf(JsonObject members)
    {
        var body = new JsonObject { ["type"] = type };
        foreach (var (name, value) in members)
            body[name] = value?.DeepClone();
        return body.ToJsonString();
    }
}

/// <summary>A question with one answer.</summary>
internal sealed class PlainQuery<T>(string type, bool isOfAccount, Func<JsonElement, T> read, params QueryParameter[] parameters)
    : ClientQuery(type, isOfAccount, parameters)
{
    /// <summary>The member in which the venue wants the parameters; null: beside the type.</summary>
    public string? Envelope { get; init; }

    protected override async Task<object?> AskAsync(InfoClient info, JsonObject members, CancellationToken cancellationToken)
    {
        var body = BodyOf(Envelope is null ? members : new JsonObject { [Envelope] = members });
        return await info.AskAsync(new InfoQuery<T>(Type, body, read), cancellationToken, Share.Queries);
    }
}

/// <summary>A question about a stretch of time, answered page by page.</summary>
internal sealed class PagedQuery<T>(string type, bool isOfAccount, Func<JsonElement, ImmutableArray<T>> read, Func<T, DateTimeOffset> timeOf, params QueryParameter[] parameters)
    : ClientQuery(type, isOfAccount, parameters)
    where T : class
{
    // As far as the venue reaches back for fills.
    private const int Most = 10_000;

    protected override async Task<object?> AskAsync(InfoClient info, JsonObject members, CancellationToken cancellationToken)
    {
        var since = members[QueryParameter.Since.VenueName]!.GetValue<long>();
        return await TimePages.ReadAsync(PageAsync, item => timeOf(item).ToUnixTimeMilliseconds(), since, Most);

        Task<ImmutableArray<T>> PageAsync(long start)
        {
            members[QueryParameter.Since.VenueName] = start;
            return info.AskAsync(new InfoQuery<ImmutableArray<T>>(Type, BodyOf(members), read), cancellationToken, Share.Queries);
        }
    }
}
