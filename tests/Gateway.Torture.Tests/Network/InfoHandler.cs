using System.Net;
using System.Text;
using Gateway.Torture.Tests.Worlds;

namespace Gateway.Torture.Tests.Network;

/// <summary>Carries questions to the venue over plain requests, each with its own delays.</summary>
internal sealed class InfoHandler(World world, GatewayProcess gateway) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var weather = world.Weather;
        using var reader = new StreamReader(request.Content!.ReadAsStream(cancellationToken), Encoding.UTF8, leaveOpen: true);
        var question = reader.ReadToEnd();
        await Task.Delay(weather.Latency(), gateway.Clock, cancellationToken);
        if (world.Venue.IsDown || weather.Strikes(Trouble.InfoCut))
            throw new HttpRequestException("The connection broke.");
        if (weather.Strikes(Trouble.InfoHangs))
            await Task.Delay(Timeout.InfiniteTimeSpan, gateway.Clock, cancellationToken);
        if (weather.Strikes(Trouble.InfoTooMany))
            return new(HttpStatusCode.TooManyRequests);
        if (weather.Strikes(Trouble.InfoBadGateway))
            return new(HttpStatusCode.BadGateway);

        var answer = world.Venue.Simulation.AnswerInfo(question);
        await Task.Delay(weather.Latency(), gateway.Clock, cancellationToken);
        var body = weather.Strikes(Trouble.InfoTruncated) ? answer.Body[..(answer.Body.Length / 2)] : answer.Body;
        if (!question.Contains("Ctxs", StringComparison.Ordinal))
            world.Tell($"info {question} -> {body}");
        return new((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
    }
}
