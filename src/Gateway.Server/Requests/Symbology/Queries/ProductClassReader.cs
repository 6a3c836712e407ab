using Gateway.Server.Requests.Binding;
using Gateway.Venues;

namespace Gateway.Server.Requests.Symbology.Queries;

/// <summary>Reads what kind of thing a product is.</summary>
internal sealed class ProductClassReader()
    : NamesReader<ProductClass>([.. Enum.GetValues<ProductClass>().Select(kind => (kind.ToString(), kind))]);
