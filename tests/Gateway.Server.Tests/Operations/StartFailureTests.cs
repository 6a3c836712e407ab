using System.ComponentModel.DataAnnotations;
using Gateway.Orders;
using Gateway.Orders.Journal;
using Gateway.Server.Operations;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;

namespace Gateway.Server.Tests.Operations;

/// <summary>Whoever starts the gateway wrongly is told what would be right.</summary>
public sealed class StartFailureTests
{
    [Theory]
    [InlineData("Flush", "Sometimes", "Flush cannot be 'Sometimes'; it must be one of BeforeSend, Interval.")]
    [InlineData("ReserveBytes", "much", "ReserveBytes cannot be 'much'; it must be a whole number.")]
    public void A_setting_that_cannot_be_read_is_named_with_what_it_may_be(string name, string value, string words) =>
        Assert.Equal(words, StartFailure.WordsOf(Unreadable<JournalOptions>(name, value)));

    [Fact]
    public void A_duration_is_shown_by_an_example() => Assert.Equal(
        "SendWindow cannot be 'abc'; it must be a duration such as 00:00:05.", StartFailure.WordsOf(Unreadable<OrderEngineOptions>("SendWindow", "abc")));

    [Fact]
    public void An_address_in_use_is_to_be_another_one() => Assert.Equal(
        "Failed to bind to address http://127.0.0.1:8080: address already in use. Stop what listens there, or give the gateway another address, such as --urls http://127.0.0.1:8081.",
        StartFailure.WordsOf(new IOException("Failed to bind to address http://127.0.0.1:8080: address already in use.", new AddressInUseException("Address already in use"))));

    [Fact]
    public void A_file_that_is_no_JSON_says_where() => Assert.Contains(
        "line 3",
        StartFailure.WordsOf(new InvalidDataException("Failed to load configuration from file 'a.json'.", new FormatException("Could not parse the JSON file.", new FormatException("line 3")))),
        StringComparison.Ordinal);

    [Fact]
    public void What_says_its_cure_already_is_repeated_and_a_defect_is_not() =>
        Assert.Equal(("No account.", null), (StartFailure.WordsOf(new ValidationException("No account.")), StartFailure.WordsOf(new InvalidOperationException("A defect."))));

    private static InvalidOperationException Unreadable<T>(string name, string value) => Assert.Throws<InvalidOperationException>(
        () => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(name, value)]).Build().Get<T>());
}
