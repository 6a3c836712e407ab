using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Validators;

namespace Gateway.Server.Requests;

/// <summary>
/// A validator's rules as one expression, for the many requests that break none: a validator also sets up, rule by rule, what it would take to
/// tell of failures, and that takes longer than reading an order's fields.
/// </summary>
internal static class RuleCheck
{
    /// <summary>
    /// Says of a request whether it keeps all rules. False also where one of them is of a kind that has no expression here: then only the validator knows.
    /// </summary>
    public static Func<T, bool> Of<T>(IValidator<T>? validator)
    {
        var request = Expression.Parameter(typeof(T));
        var keepsAll = (validator?.CreateDescriptor().Rules ?? [])
            .Select(rule => Keeps(rule, request))
            .Aggregate((Expression)Expression.Constant(true), Expression.AndAlso);
        return Expression.Lambda<Func<T, bool>>(keepsAll, request).Compile();
    }

    private static Expression Keeps(IValidationRule rule, ParameterExpression request)
    {
        var hasConditions = rule.HasCondition || rule.HasAsyncCondition || rule.RuleSets is { Length: > 0 } || (rule.DependentRules?.Any() ?? false)
            || rule.Components.Any(component => component.HasCondition || component.HasAsyncCondition);
        if (hasConditions || rule.Expression is null || rule.Expression.ReturnType != rule.TypeToValidate)
            return Expression.Constant(false);
        var value = Expression.Invoke(rule.Expression, request);
        return rule.Components.Select(component => Keeps(component.Validator, value)).Aggregate((Expression)Expression.Constant(true), Expression.AndAlso);
    }

    // As the validators have it: null keeps every rule but the one against it.
    private static Expression Keeps(IPropertyValidator rule, Expression value)
    {
        var isNull = value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? (Expression)Expression.Constant(false)
            : Expression.Equal(value, Expression.Constant(null, value.Type));
        return rule switch
        {
            INullValidator => isNull,
            ILengthValidator length when value.Type == typeof(string) && length.Max > 0 => Expression.OrElse(isNull, Expression.AndAlso(
                Expression.GreaterThanOrEqual(Expression.Property(value, nameof(string.Length)), Expression.Constant(length.Min)),
                Expression.LessThanOrEqual(Expression.Property(value, nameof(string.Length)), Expression.Constant(length.Max)))),
            IComparisonValidator { ValueToCompare: { } bound, MemberToCompare: null } comparison => comparison.Comparison switch
            {
                Comparison.GreaterThan => Expression.OrElse(isNull, Expression.GreaterThan(value, Bound(bound, value))),
                Comparison.GreaterThanOrEqual => Expression.OrElse(isNull, Expression.GreaterThanOrEqual(value, Bound(bound, value))),
                _ => Expression.Constant(false),
            },
            _ => Expression.Constant(false),
        };
    }

    private static UnaryExpression Bound(object bound, Expression value) => Expression.Convert(Expression.Constant(bound), value.Type);
}
