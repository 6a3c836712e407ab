using Gateway.Mortal;
using Gateway.Orders;
using Gateway.Orders.Archive;
using Gateway.Server.Operations;
using Gateway.Venues.Hyperliquid;
using MediatR;

// The gateway as it is shipped, put together with places to die between its parts. What is shipped has none of them.
// POST /death?point=<name>&passage=<n> chooses one; Death:Point does so for the time before it listens.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
using var logs = builder.AddLogs();
var death = new Death();
death.Arm(builder.Configuration["Death:Point"], passage: 1);

var options = builder.Configuration.GetSection("Venues:Hyperliquid").Get<HyperliquidOptions>()!;
using var questions = new MortalQuestions(new SocketsHttpHandler(), death);
using var venue = new HyperliquidVenue(options, new MortalDialer(death), questions, TimeProvider.System, logs, seed: 1);
builder.Services.AddSingleton(death);
builder.Services.Configure<OrderEngineOptions>(orders => orders.OpenRoom = options => new MortalRoom(new FileRoom(options.ArchiveDirectory!), death));
builder.Services.AddTransient(typeof(IPipelineBehavior<,>), typeof(MortalRequests<,>));
builder.Services.AddSingleton<IStartupFilter>(new MortalClients(death));
builder.Host.UseServiceProviderFactory(new MortalServices(death));

await using var app = builder.Compose([new MortalVenue(venue, death)]);
app.MapPost("/death", (string point, int passage) => death.Arm(point, passage));
await app.RunAsync();
