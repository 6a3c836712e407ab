using System.Net;

namespace Gateway.Venues.Hyperliquid.Tests.Fakes;

/// <summary>The trade-intent API, with the test as the aggregator.</summary>
internal sealed class FakeAggregator
{
    private readonly List<TaskCompletionSource<HttpResponseMessage>> answers = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    /// <summary>What goes wrong before any byte of a request leaves; null: nothing.</summary>
    public Exception? Unreachable { get; set; }

    /// <summary>What every request is answered with at once; null: the test answers each itself.</summary>
    public (int Status, string Body)? AnswersAtOnce { get; set; }

    /// <summary>What an HTTP client does that thinks it may repeat a request.</summary>
    public bool Repeats { get; set; }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Unreachable is { } failure)
            throw failure;
        Requests.Add(request);
        using var sent = new MemoryStream();
        await request.Content!.CopyToAsync(sent, cancellationToken);
        Bodies.Add(System.Text.Encoding.UTF8.GetString(sent.ToArray()));
        if (Repeats)
            await request.Content.CopyToAsync(sent, cancellationToken);
        if (AnswersAtOnce is { } always)
            return new HttpResponseMessage((HttpStatusCode)always.Status) { Content = new StringContent(always.Body) };
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        answers.Add(answer);
        using var end = cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken));
        return await answer.Task;
    }

    /// <summary>Answers the intent of this place, from 0.</summary>
    public void Answer(int place, int status, string body) => answers[place].TrySetResult(
        new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) });

    /// <summary>Breaks the connection of the intent of this place.</summary>
    public void Break(int place) => answers[place].TrySetException(new HttpRequestException("The response ended prematurely."));
}
