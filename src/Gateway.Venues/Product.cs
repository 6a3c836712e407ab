namespace Gateway.Venues;

/// <summary>Something that can be held, or a contract on it.</summary>
/// <param name="Id">Its readable, stable name.</param>
/// <param name="Symbol">The bare symbol that traders know, such as <c>BTC</c>.</param>
/// <param name="Class">What kind of thing it is.</param>
/// <param name="Cfi">Its classification by ISO 10962, six letters.</param>
/// <param name="Underlying">For a derivative, what it is about.</param>
/// <param name="Expiration">For a contract that ends, when.</param>
public sealed record Product(
    ProductId Id, string Symbol, ProductClass Class, string Cfi, ProductId? Underlying = null, DateTimeOffset? Expiration = null);
