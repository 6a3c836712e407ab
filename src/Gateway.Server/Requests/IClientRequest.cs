using Gateway.Server.Requests.Answers;
using MediatR;

namespace Gateway.Server.Requests;

/// <summary>
/// A request of the protocol. The record's name is its type on the wire, its parameters are its fields; record, validator
/// and handler are one file, found at start. A <typeparamref name="T"/> that is an <see cref="UpdateStream"/> makes it a subscription.
/// </summary>
/// <typeparam name="T">What it answers.</typeparam>
internal interface IClientRequest<T> : IRequest<Answer<T>>
    where T : notnull;
