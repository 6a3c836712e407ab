using System.Text.Json;
using Gateway.Venues.Hyperliquid.Tests.Fakes;

namespace Gateway.Venues.Hyperliquid.Tests.Routes;

/// <summary>Orders are signed while they are written down, and leave only when they were; the nonce tells when an action was signed.</summary>
public sealed class SigningAheadTests
{
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void What_was_announced_and_never_submitted_never_leaves() => VenueWorld.Connected(world =>
    {
        Announce(world, Place(world, 1));
        Assert.Empty(BatchTests.OrdersOf(world));
        world.Place(2);
        Assert.Equal([[2]], BatchTests.OrdersOf(world));
    });

    [Fact]
    public void What_was_announced_leaves_as_it_was_signed() => VenueWorld.Connected(world =>
    {
        var (announced, places) = (world.Clock.GetUtcNow(), new[] { Place(world, 1), Place(world, 2) });
        Announce(world, places);
        Submit(world, places);
        Assert.Equal([[1, 2]], BatchTests.OrdersOf(world));
        Assert.Equal(announced, SignedAt(Assert.Single(world.Orders.Posts)));
    });

    [Fact]
    public void A_frame_leaves_once_whatever_is_submitted_after_it() => VenueWorld.Connected(world =>
    {
        var place = Place(world, 1);
        Announce(world, place);
        Submit(world, place);
        Submit(world, place);
        Announce(world, Place(world, 2));
        Assert.Equal([[1], [1]], BatchTests.OrdersOf(world));
        Assert.Equal(2, world.Orders.Posts.Select(post => post.GetProperty("id").GetInt64()).Distinct().Count());
        Assert.Equal(2, world.Orders.Posts.Select(SignedAt).Distinct().Count());
    });

    [Theory]
    [InlineData(new[] { 1, 2 }, new[] { 1 })]
    [InlineData(new[] { 1 }, new[] { 1, 2 })]
    [InlineData(new[] { 1, 2 }, new[] { 2, 1 })]
    [InlineData(new[] { 1 }, new[] { 2 })]
    public void Anything_else_than_what_was_announced_is_signed_anew(int[] announced, int[] submitted) => VenueWorld.Connected(world =>
    {
        Announce(world, [.. announced.Select(number => Place(world, number))]);
        Submit(world, [.. submitted.Select(number => Place(world, number))]);
        Assert.Equal([submitted.Select(number => (long)number)], BatchTests.OrdersOf(world));
        Assert.Equal(world.Clock.GetUtcNow(), SignedAt(Assert.Single(world.Orders.Posts)));
    });

    [Fact]
    public void Other_terms_under_the_same_number_are_signed_anew() => VenueWorld.Connected(world =>
    {
        var place = Place(world, 1);
        Announce(world, place);
        Submit(world, place with { Intent = place.Intent with { Price = new(49_999m) } });
        Assert.Equal(world.Clock.GetUtcNow(), SignedAt(Assert.Single(world.Orders.Posts)));
        Assert.Equal("49999", BatchTests.ActionOf(world.Orders.Posts[0]).GetProperty("orders")[0].GetProperty("p").GetString());
    });

    [Fact]
    public void Another_last_moment_is_signed_anew() => VenueWorld.Connected(world =>
    {
        var place = Place(world, 1);
        Announce(world, place);
        var later = place with { ValidUntil = place.ValidUntil.AddSeconds(1) };
        Submit(world, later);
        Assert.Equal(
            later.ValidUntil.ToUnixTimeMilliseconds(),
            Assert.Single(world.Orders.Posts).GetProperty("request").GetProperty("payload").GetProperty("expiresAfter").GetInt64());
    });

    [Fact]
    public void A_kind_that_travels_apart_is_signed_by_itself() => VenueWorld.Connected(world =>
    {
        var announced = world.Clock.GetUtcNow();
        var places = new[] { Place(world, 1), Place(world, 2) with { Intent = world.Intent with { PostOnly = true } }, Place(world, 3) };
        Announce(world, places);
        Submit(world, places);
        Assert.Equal([[1, 3], [2]], BatchTests.OrdersOf(world));
        Assert.Equal([announced, announced + Flush], world.Orders.Posts.Select(SignedAt));
    });

    private static Instruction.Place Place(VenueWorld world, long number) =>
        new(new OrderId(number), world.Intent, world.Began.AddSeconds(5));

    private static void Announce(VenueWorld world, params Instruction.Place[] places)
    {
        world.Venue.Announce(places);
        world.Run();
        world.Pass(Flush);
    }

    private static void Submit(VenueWorld world, params Instruction.Place[] places)
    {
        Assert.Empty(world.Venue.Submit(places));
        world.Run();
    }

    private static DateTimeOffset SignedAt(JsonElement post) =>
        DateTimeOffset.FromUnixTimeMilliseconds(post.GetProperty("request").GetProperty("payload").GetProperty("nonce").GetInt64());
}
