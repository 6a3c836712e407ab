using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Routes.HyperEth;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>Whether orders can go by route HYPERETH: the API takes the key, and the wallet may trade for the account.</summary>
internal static class HyperEthCheck
{
    private const string KeyCure = "Let HyperEth:KeyFile name a readable file that holds the API key (from POST /v1/api_key/register) and nothing else.";

    /// <summary>Asks with an intent that holds no order: whatever is answered, nothing is placed.</summary>
    public static async Task<Finding> ReachAsync(HttpMessageInvoker http, HyperliquidOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var subject = $"HyperETH {options.HyperEth.Intents.Host}";
        string key;
        try
        {
            key = await ApiKey.ReadAsync(options.HyperEth, cancellationToken);
        }
        catch (HyperliquidSetupException unreadable)
        {
            return new(FindingKind.Problem, subject, unreadable.Message, KeyCure);
        }

        using var late = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var nothing = new OnceContent("{}"u8.ToArray());
        try
        {
            var reply = await new IntentClient(http, options.HyperEth, key).AskAsync(nothing, either.Token);
            return reply.Status switch
            {
                401 or 403 => new(FindingKind.Problem, subject, $"It refuses the API key: {Words(reply)}", KeyCure),
                >= 200 and < 300 or 400 or 422 => new(FindingKind.Fine, subject, "It answers and knows the API key."),
                _ => new(FindingKind.Problem, subject, Words(reply), "Check the network, its firewall and HyperEth:Url."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(FindingKind.Problem, subject, $"It has not answered within {options.ConnectTimeout}.", "Check the network, its firewall and HyperEth:Url.");
        }
    }

    public static async Task<Finding> WalletAsync(Patient patient, Address wallet, CancellationToken cancellationToken)
    {
        var account = await patient.Info.UserRoleAsync(patient.Address, cancellationToken);
        var role = await patient.Info.UserRoleAsync(wallet, cancellationToken);
        if (ManagedWallet.ProblemOf(patient.Name, patient.Address, account, patient.Signer, wallet, role) is not { } problem)
            return patient.Fine("HyperETH wallet", $"{wallet} may trade for {patient.Address}.");
        // The sentence holds the cure after its last semicolon.
        var cure = problem.LastIndexOf("; ", StringComparison.Ordinal);
        return patient.Problem("HyperETH wallet", problem[..cure] + ".", char.ToUpperInvariant(problem[cure + 2]) + problem[(cure + 3)..]);
    }

    private static string Words(IntentReply reply) => reply.Outcome switch
    {
        PostReply.Refused refused => refused.Reason,
        PostReply.Unclear unclear => unclear.Cause,
        _ => "It answers as if an order had been placed.",
    };
}
