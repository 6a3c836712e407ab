using System.Net.WebSockets;
using System.Threading.Tasks.Sources;
using Gateway.Orders;
using Gateway.Server.Operations;
using Gateway.Server.Requests;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Orderflow;
using Gateway.Server.Sessions;
using Gateway.Server.Sockets;
using Gateway.Testing.Orders;
using Gateway.Venues;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>
/// A client that the server serves as any other, on the calling thread, without a network and without an engine: what an order's handler
/// would ask the engine is answered when the benchmark says so.
/// </summary>
internal sealed class ServedClient : IClientSocket, IValueTaskSource<ClientFrame>
{
    private readonly OrderSubscription updates = new([], sequence: 0, capacity: 16);
    private TaskCompletionSource<Reply<OrderId>> engine = new();
    private ManualResetValueTaskSourceCore<ClientFrame> received;

    public ServedClient()
    {
        var services = new ServiceCollection();
        services.AddLogging(logs => logs.ClearProviders());
        services.AddOptions<SocketOptions>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Defects>();
        services.AddScoped<SessionSlot>();
        services.AddScoped(scope => scope.GetRequiredService<SessionSlot>().Session);
        services.AddRequests();
        services.AddSingleton(this);
        services.AddTransient<IRequestHandler<SendLimitOrder, Answer<OrderId>>, Placing>();
        services.AddTransient<IRequestHandler<SubscribeOrderState, Answer<SubscribeOrderState.Updates>>, Subscribing>();

        // It is only told to go, which it does not: it has not begun.
        services.AddSingleton(new OrderEngine(new MemoryJournal(), [], new(), TimeProvider.System, NullLogger<OrderEngine>.Instance));
        var client = new Client(OrderBook.Trader, [SampleMarkets.Account], Permissions.View | Permissions.Trade);
        _ = services.BuildServiceProvider().ServeAsync(this, client, CancellationToken.None);
    }

    /// <summary>How many bytes the client has been sent.</summary>
    public long Sent { get; private set; }

    /// <summary>A message comes in; returns once it waits for the engine.</summary>
    public void Bring(ReadOnlyMemory<byte> message) => received.SetResult(new(FrameKind.Text, message));

    /// <summary>The engine answers; returns once the client has been.</summary>
    public void Answer(OrderId order)
    {
        var asked = engine;
        engine = new();
        asked.SetResult(order);
    }

    /// <summary>An order has changed; returns once the client knows.</summary>
    public void Tell(OrderUpdate update) => updates.Offer([[update]]);

    ValueTask<ClientFrame> IClientSocket.ReceiveAsync(CancellationToken cancellationToken)
    {
        received.Reset();
        return new(this, received.Version);
    }

    ValueTask IClientSocket.SendAsync(ReadOnlyMemory<byte> text, bool moreFollows, CancellationToken cancellationToken)
    {
        Sent += text.Length;
        return ValueTask.CompletedTask;
    }

    ValueTask IClientSocket.CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;

    ClientFrame IValueTaskSource<ClientFrame>.GetResult(short token) => received.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<ClientFrame>.GetStatus(short token) => received.GetStatus(token);

    void IValueTaskSource<ClientFrame>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        received.OnCompleted(continuation, state, token, flags);

    // As the real one, but for what it asks of the order core.
    private sealed class Placing(ServedClient client, Session session) : IRequestHandler<SendLimitOrder, Answer<OrderId>>
    {
        public async Task<Answer<OrderId>> Handle(SendLimitOrder order, CancellationToken cancellationToken)
        {
            if (!session.Client.Accounts.TryGetValue(new(order.Account), out _))
                return new Refusal(ErrorCode.NotPermitted, "");
            return await new ValueTask<Reply<OrderId>>(client.engine.Task);
        }
    }

    private sealed class Subscribing(ServedClient client, OrderUpdateTexts texts) : IRequestHandler<SubscribeOrderState, Answer<SubscribeOrderState.Updates>>
    {
        public Task<Answer<SubscribeOrderState.Updates>> Handle(SubscribeOrderState request, CancellationToken cancellationToken) =>
            Task.FromResult<Answer<SubscribeOrderState.Updates>>(new SubscribeOrderState.Updates(client.updates, texts));
    }
}
