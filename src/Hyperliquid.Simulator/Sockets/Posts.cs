using System.Text.Json.Nodes;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Actions;
using Hyperliquid.Simulator.Faults;
using Hyperliquid.Simulator.Info;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Sockets;

/// <summary>Questions and actions that come over a connection as <c>post</c>, and their replies.</summary>
internal sealed class Posts(Simulation simulation, Connection connection)
{
    /// <summary>Answers one, at once or later.</summary>
    public void Take(long id, Body request)
    {
        if (simulation.Outbox.PostsInFlight >= simulation.Exchange.Limits.PostsInFlight)
        {
            connection.SendError($"too many pending post requests id={id}");
            return;
        }

        switch (request.Text("type"))
        {
            case "info":
                PostInfo(id, request.Object("payload"));
                break;
            case "action":
                PostAction(id, request.Object("payload"));
                break;
            default:
                throw new UnreadableException("unknown request type");
        }
    }

    // An unknown info type is answered without an id; what is wrong within a known one, with it.
    private void PostInfo(long id, Body payload)
    {
        var request = InfoCatalogue.Find(payload);
        if (simulation.Refuse(null, request.Weight) is { } refusal)
        {
            Reply(id, "error", refusal.ToText());
            return;
        }

        try
        {
            var answer = simulation.Answer(request, payload);
            Reply(id, "info", new JsonObject { ["type"] = request.Type, ["data"] = answer });
        }
        catch (UnreadableException)
        {
            Reply(id, "error", HttpReply.Unprocessable.ToText());
        }
        catch (UnsupportedException)
        {
            Reply(id, "error", HttpReply.Unsupported.ToText());
        }
    }

    private void PostAction(long id, Body payload)
    {
        SignedAction signed;
        try
        {
            signed = SignedAction.Read(payload);
        }
        catch (UnreadableException)
        {
            Reply(id, "error", HttpReply.Unprocessable.ToText());
            return;
        }

        var user = simulation.Actions.AccountOf(signed);
        if (user is { } known)
            connection.Concern(known);
        if (simulation.Refuse(user, ActionDesk.WeightOf(signed.Action)) is { } refusal)
        {
            Reply(id, "error", refusal.ToText());
            return;
        }

        if (simulation.Faults.Strike(FaultKind.DisconnectBefore, user) is not null)
        {
            connection.Drop();
            return;
        }

        var (reply, block) = simulation.Actions.Execute(signed);
        if (simulation.Faults.Strike(FaultKind.DisconnectAfter, user) is not null)
            connection.Drop();
        using var shuffled = simulation.ShuffleFor(user);
        if (simulation.Faults.Strike(FaultKind.FeedsFirst, user) is not null)
        {
            simulation.Publish(block);
            Reply(id, "action", reply, user);
            return;
        }

        Reply(id, "action", reply, user);
        simulation.Publish(block);
    }

    private void Reply(long id, string type, JsonNode payload, Address? user = null)
    {
        var message = new JsonObject
        {
            ["channel"] = "post",
            ["data"] = new JsonObject { ["id"] = id, ["response"] = new JsonObject { ["type"] = type, ["payload"] = payload } },
        };
        var delay = simulation.Faults.Strike(FaultKind.DelayReplies, user)?.Milliseconds ?? 0;
        simulation.Outbox.Hold(connection, more =>
        {
            if (delay + more > 0)
                simulation.Outbox.ReplyLater(delay + more, () => connection.Send(message));
            else
                connection.Send(message);
        });
    }
}
