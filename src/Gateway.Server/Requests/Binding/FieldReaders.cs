using System.Collections.Immutable;

namespace Gateway.Server.Requests.Binding;

/// <summary>Which reader reads which type: those of the assembly, found at start, and arrays and nested records of what they read.</summary>
internal sealed class FieldReaders
{
    private readonly Dictionary<Type, FieldReader> readers = [];

    public FieldReaders()
    {
        // Readers of sum types read other fields inside and take this as a parameter: they are made last.
        var found = typeof(FieldReaders).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && FieldTypeOf(type) is not null)
            .OrderBy(NeedsOthers);
        foreach (var type in found)
            readers.Add(FieldTypeOf(type)!, (FieldReader)(NeedsOthers(type) ? Activator.CreateInstance(type, this)! : Activator.CreateInstance(type)!));
    }

    /// <summary>The reader of a type.</summary>
    /// <exception cref="InvalidOperationException">Nobody can read it: a defect that shows at start.</exception>
    public FieldReader<T> For<T>() => (FieldReader<T>)For(typeof(T));

    /// <summary>The reader of a type, untyped.</summary>
    /// <exception cref="InvalidOperationException">Nobody can read it: a defect that shows at start.</exception>
    public FieldReader For(Type type)
    {
        if (!readers.TryGetValue(type, out var reader))
            readers.Add(type, reader = Make(type));
        return reader;
    }

    /// <summary>The reader of a sum type; null for any other.</summary>
    public FieldReader? SumOf(Type type) => readers.GetValueOrDefault(type) is { } reader
        && reader.GetType().BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(SumReader<>) ? reader : null;

    private FieldReader Make(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return (FieldReader)Activator.CreateInstance(typeof(ListReader<>).MakeGenericType(type.GenericTypeArguments), For(type.GenericTypeArguments[0]))!;
        if (type.Assembly != typeof(FieldReaders).Assembly || !type.IsClass)
            throw new InvalidOperationException($"No {nameof(FieldReader<>)} reads {type}.");
        var binder = Activator.CreateInstance(typeof(RecordBinder<>).MakeGenericType(type), this);
        return (FieldReader)Activator.CreateInstance(typeof(ObjectReader<>).MakeGenericType(type), binder)!;
    }

    private static bool NeedsOthers(Type type) => type.GetConstructors()[0].GetParameters().Length > 0;

    private static Type? FieldTypeOf(Type type)
    {
        var ancestor = type.BaseType;
        while (ancestor is not null && !(ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(FieldReader<>)))
            ancestor = ancestor.BaseType;
        return ancestor?.GenericTypeArguments[0];
    }
}
