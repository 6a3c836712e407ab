using System.Collections.Immutable;
using Gateway.Orders.Messages;

namespace Gateway.Orders.Publishing;

/// <summary>What a batch has to tell, once it is flushed.</summary>
/// <param name="Answers">Messages whose answers are let go.</param>
/// <param name="Orders">The changes of orders; null: none.</param>
/// <param name="Alerts">The alerts; null: none.</param>
internal readonly record struct Effects(ImmutableArray<Message> Answers, OrderNews? Orders, AlertNews? Alerts);
