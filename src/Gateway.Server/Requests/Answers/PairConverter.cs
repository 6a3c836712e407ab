using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Server.Requests.Answers;

/// <summary>Writes pairs as arrays of two: several values that belong together form an array.</summary>
internal sealed class PairConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueTuple<,>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<,>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Of<TFirst, TSecond> : JsonConverter<(TFirst First, TSecond Second)>
    {
        public override (TFirst First, TSecond Second) Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Pairs are only written.");

        public override void Write(Utf8JsonWriter writer, (TFirst First, TSecond Second) value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            JsonSerializer.Serialize(writer, value.First, options);
            JsonSerializer.Serialize(writer, value.Second, options);
            writer.WriteEndArray();
        }
    }
}
