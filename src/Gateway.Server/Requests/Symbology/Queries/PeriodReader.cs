using Gateway.Server.Markets;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests.Symbology.Queries;

/// <summary>Reads when a product expires.</summary>
internal sealed class PeriodReader : SumReader<Period>
{
    public PeriodReader(FieldReaders readers)
    {
        var moments = readers.For<DateTimeOffset>();
        Add("On", moments, at => new(at, at));
        Add("OnOrAfter", moments, from => new(from, null));
        Add("OnOrBefore", moments, to => new(null, to));
        Add("Between", new PairReader<DateTimeOffset>(moments), ends => new(ends.First, ends.Second));
    }
}
