using Gateway.Server.Requests;
using Gateway.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Server.Tests.Requests;

/// <summary>What every request brings along; fails while a request lacks it.</summary>
public sealed class ConventionTests
{
    [Fact]
    public async Task Every_request_has_a_page_that_names_each_of_its_fields()
    {
        foreach (var type in await CatalogueAsync())
        {
            var page = Path.Combine(Published.Repository, "protocol", "requests", $"{type.Name}.md");
            Assert.True(File.Exists(page), $"protocol/requests/{type.Name}.md is missing.");
            var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
            foreach (var field in type.Fields)
                Assert.True(text.Contains($"`{field.Name}`", StringComparison.Ordinal), $"{page} does not mention `{field.Name}`.");
        }
    }

    [Fact]
    public async Task Every_request_has_its_test()
    {
        var tests = typeof(ConventionTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(await CatalogueAsync(), type => Assert.Contains($"{type.Name}Tests", tests));
    }

    [Fact]
    public async Task Every_request_says_in_one_answer_all_that_is_missing()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        foreach (var type in gateway.Services.GetRequiredService<RequestCatalogue>().All)
        {
            var required = type.Fields.Where(field => field.IsRequired).Select(field => field.Name).ToList();
            if (required.Count == 0)
                continue;
            var error = await client.ErrorAsync(type.Name);
            Assert.Equal("InvalidRequest", error.GetProperty("code").GetString());
            Assert.Equal(required, error.GetProperty("details").EnumerateObject().Select(field => field.Name));
        }
    }

    [Fact]
    public async Task Every_request_needs_a_permission()
    {
        foreach (var type in await CatalogueAsync())
            Assert.NotEqual(Gateway.Server.Sessions.Permissions.None, type.Needs);
    }

    private static async Task<IReadOnlyList<RequestType>> CatalogueAsync()
    {
        await using var gateway = await TestGateway.StartAsync();
        return gateway.Services.GetRequiredService<RequestCatalogue>().All;
    }
}
