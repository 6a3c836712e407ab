namespace Gateway.Server.Requests.Binding;

/// <summary>What is wrong with a request's fields: all of them, in the order found.</summary>
internal sealed class FieldProblems
{
    private readonly OrderedDictionary<string, List<string>> fields = new(StringComparer.Ordinal);

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => fields.Count > 0;

    /// <summary>Wire name → sentences.</summary>
    public IEnumerable<KeyValuePair<string, List<string>>> All => fields;

    /// <summary>Whether this field is among them.</summary>
    public bool Has(string field) => fields.ContainsKey(field);

    /// <summary>Adds a sentence about a field.</summary>
    public void Add(string field, string problem)
    {
        if (!fields.TryGetValue(field, out var problems))
            fields.Add(field, problems = []);
        problems.Add(problem);
    }

    /// <summary>The answer to a request with these.</summary>
    public Refusal ToRefusal() => Refusal.Invalid(
        [.. fields.Select(field => KeyValuePair.Create<string, IReadOnlyList<string>>(field.Key, field.Value))]);
}
