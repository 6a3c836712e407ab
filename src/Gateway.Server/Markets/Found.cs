namespace Gateway.Server.Markets;

/// <summary>Something that a search can find.</summary>
/// <param name="Name">What is searched.</param>
/// <param name="Id">What is answered.</param>
/// <param name="Volume">Traded value of the last day, where known; more comes first among equals.</param>
internal readonly record struct Found<TId>(string Name, TId Id, decimal? Volume);
