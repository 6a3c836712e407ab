using System.Buffers;
using System.Numerics;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Signing;

public sealed class VectorTests
{
    public static TheoryData<string> EveryVector => [.. SignatureVector.All.Select(vector => vector.Name)];

    // The Rust SDK's vectors state prices as "2000.0", which tests its hashing only: the venue would refuse such a signature.
    public static TheoryData<string> OurActions =>
        [.. SignatureVector.All
            .Where(vector => VectorActions.Ours.Contains(vector.ActionType) && !vector.Action.GetRawText().Contains("\"2000.0\""))
            .Select(vector => vector.Name)];

    [Fact]
    public void There_are_vectors_of_each_of_our_actions() =>
        Assert.Equal(VectorActions.Ours.Order(), SignatureVector.All.Select(vector => vector.ActionType).Distinct().Intersect(VectorActions.Ours).Order());

    [Theory]
    [MemberData(nameof(OurActions))]
    public void Our_action_has_the_published_bytes_hash_digest_and_signature(string name)
    {
        var vector = SignatureVector.Of(name);
        switch (vector.ActionType)
        {
            case "order":
                Verify(vector, VectorActions.Order(vector.Action));
                break;
            case "batchModify":
                Verify(vector, VectorActions.BatchModify(vector.Action));
                break;
            case "cancel":
                Verify(vector, VectorActions.Cancel(vector.Action));
                break;
            case "cancelByCloid":
                Verify(vector, VectorActions.CancelByCloid(vector.Action));
                break;
            case "scheduleCancel":
                Verify(vector, VectorActions.ScheduleCancel(vector.Action));
                break;
            default:
                Verify(vector, new NoopAction());
                break;
        }
    }

    [Theory]
    [MemberData(nameof(EveryVector))]
    public void Any_action_written_member_by_member_has_the_published_bytes_hash_digest_and_signature(string name)
    {
        var vector = SignatureVector.Of(name);
        Verify(vector, new JsonAction(vector.Action));
    }

    private static void Verify<TAction>(SignatureVector vector, TAction action)
        where TAction : struct, IAction
    {
        var hash = new ActionHash();
        var connectionId = new byte[32];
        hash.Compute(action, vector.Nonce, vector.Vault, vector.ExpiresAfter, connectionId);
        Assert.Equal(vector.MsgPack, Convert.ToHexStringLower(hash.LastMsgPack));
        Assert.Equal(vector.ConnectionId, Convert.ToHexStringLower(connectionId));

        var digest = new byte[32];
        AgentDigest.Compute(vector.Source, connectionId, digest);
        Assert.Equal(vector.Digest, Convert.ToHexStringLower(digest));

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            action.Write(writer);
        Assert.True(JsonElement.DeepEquals(vector.Action, TestData.Json(System.Text.Encoding.UTF8.GetString(json.WrittenSpan))));

        if (vector.PrivateKey is null || vector.Signature is not { } expected)
            return;
        using var key = PrivateKey.Parse(vector.PrivateKey);
        var signature = new byte[65];
        key.Sign(digest, signature);
        Assert.Equal(expected, (
            new BigInteger(signature.AsSpan(0, 32), isUnsigned: true, isBigEndian: true),
            new BigInteger(signature.AsSpan(32, 32), isUnsigned: true, isBigEndian: true),
            27 + signature[64]));
    }

    /// <summary>An action as the vector states it, in the order in which it states it.</summary>
    private readonly struct JsonAction(JsonElement action) : IAction
    {
        public void Write(MsgPackWriter msgPack) => Write(msgPack, action);

        public void Write(Utf8JsonWriter json) => action.WriteTo(json);

        private static void Write(MsgPackWriter msgPack, JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    msgPack.Map(element.EnumerateObject().Count());
                    foreach (var member in element.EnumerateObject())
                    {
                        msgPack.Text(System.Text.Encoding.UTF8.GetBytes(member.Name));
                        Write(msgPack, member.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    msgPack.Array(element.GetArrayLength());
                    foreach (var item in element.EnumerateArray())
                        Write(msgPack, item);
                    break;
                case JsonValueKind.String:
                    msgPack.Text(System.Text.Encoding.UTF8.GetBytes(element.GetString()!));
                    break;
                case JsonValueKind.Number:
                    msgPack.Integer(element.GetUInt64());
                    break;
                case JsonValueKind.Null:
                    msgPack.Nil();
                    break;
                default:
                    msgPack.Boolean(element.GetBoolean());
                    break;
            }
        }
    }
}
