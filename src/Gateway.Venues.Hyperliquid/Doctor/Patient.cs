using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Doctor;

/// <summary>An account that is examined, and what is known of it so far.</summary>
internal sealed class Patient(string name, Address address, InfoClient info, HyperliquidOptions options, TimeProvider time)
{
    public string Name => name;

    public Address Address => address;

    public InfoClient Info => info;

    public TimeProvider Time => time;

    /// <summary>Whose key it is, once that was read.</summary>
    public Address? Signer { get; set; }

    /// <summary>What the venue says of the signer, once it was asked.</summary>
    public UserRole? SignerRole { get; set; }

    /// <summary>When the signer's approval ends, once the venue has said that it does.</summary>
    public DateTimeOffset? SignerEnd { get; set; }

    public Finding Fine(string subject, string text) => new(FindingKind.Fine, $"{name} {subject}", text);

    public Finding Warning(string subject, string text, string cure) => new(FindingKind.Warning, $"{name} {subject}", text, cure);

    public Finding Problem(string subject, string text, string cure) => new(FindingKind.Problem, $"{name} {subject}", text, cure);

    /// <summary>Looks; a question that is not answered is a finding, too.</summary>
    public async Task<Finding> LookAsync(Func<Patient, CancellationToken, Task<Finding>> check, CancellationToken cancellationToken)
    {
        try
        {
            return await check(this, cancellationToken);
        }
        catch (TransportException failure) when (options.Network == HyperliquidNetwork.Simulator)
        {
            // A simulator that does not know a question is no fault of the set-up.
            return Warning("questions", failure.Message, "Nothing, if the simulator does not know this question.");
        }
        catch (TransportException failure)
        {
            return Problem("questions", failure.Message, "Try again; if it stays, look at Venues:Hyperliquid:InfoUrl and at the venue's status page.");
        }
    }
}
