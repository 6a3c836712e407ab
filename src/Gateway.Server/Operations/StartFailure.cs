using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Gateway.Orders.Journal;
using Gateway.Venues;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Operations;

/// <summary>What to say of a failure to start that whoever started the gateway can mend: a sentence helps, a stack trace does not.</summary>
internal static partial class StartFailure
{
    /// <summary>What is wrong, and what would be right; null: it is a defect of the gateway.</summary>
    public static string? WordsOf(Exception failure) => failure switch
    {
        OptionsValidationException invalid => $"{string.Join(' ', invalid.Failures)} src/Gateway.Server/appsettings.json shows what may be set.",
        ValidationException or VenueSetupException or JournalLockedException => failure.Message,
        IOException { InnerException: AddressInUseException } => $"{failure.Message.TrimEnd('.')}. Stop what listens there, or give the gateway another address, such as --urls http://127.0.0.1:8081.",
        InvalidDataException { InnerException: FormatException } => $"{failure.Message.TrimEnd('.')}: {failure.GetBaseException().Message}",
        InvalidOperationException when Setting().Match(failure.Message) is { Success: true } setting =>
            $"{setting.Groups["name"].Value} cannot be '{setting.Groups["value"].Value}'; it must be {KindOf(setting.Groups["type"].Value)}.",
        IOException or UnauthorizedAccessException => failure.Message,
        _ => null,
    };

    // By what the framework calls it; an enumeration is one of ours.
    private static string KindOf(string type) => type switch
    {
        "System.TimeSpan" => "a duration such as 00:00:05",
        "System.Boolean" => "true or false",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Decimal" => "a number such as 0.5",
        "System.Uri" => "an address such as https://api.hyperliquid.xyz",
        _ => AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(type)).FirstOrDefault(found => found is { IsEnum: true }) is { } names
            ? $"one of {string.Join(", ", Enum.GetNames(names))}"
            : $"a {type}",
    };

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<name>[^']*)' to type '(?<type>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
