namespace Gateway.Torture.Tests.Worlds;

/// <summary>What can go wrong in a world.</summary>
internal enum Trouble
{
    /// <summary>The venue takes no connection.</summary>
    DialRefused,

    /// <summary>Making a connection never ends.</summary>
    DialHangs,

    /// <summary>A connection breaks before a frame to the venue has arrived.</summary>
    CutBeforeVenue,

    /// <summary>A connection breaks right after a frame to the venue has arrived.</summary>
    CutAfterVenue,

    /// <summary>A connection breaks before a frame from the venue has arrived.</summary>
    CutBeforeGateway,

    /// <summary>A connection goes silent without breaking; nothing arrives any more.</summary>
    Silence,

    /// <summary>A frame to the venue, and what follows it, is held up for seconds.</summary>
    Stalled,

    /// <summary>A frame from the venue is lost, and the connection stands.</summary>
    FrameLost,

    /// <summary>A frame from the venue comes twice.</summary>
    FrameTwice,

    /// <summary>A frame from the venue comes cut in half.</summary>
    FrameTruncated,

    /// <summary>The venue refuses a posted action with 429.</summary>
    PostTooMany,

    /// <summary>A posted action is answered with 502; it was not executed.</summary>
    PostBadGateway,

    /// <summary>A question is refused with 429.</summary>
    InfoTooMany,

    /// <summary>A question is answered with 502.</summary>
    InfoBadGateway,

    /// <summary>A question is never answered.</summary>
    InfoHangs,

    /// <summary>The connection of a question breaks.</summary>
    InfoCut,

    /// <summary>The answer to a question comes cut in half.</summary>
    InfoTruncated,

    /// <summary>The venue drops all connections and takes none for a while.</summary>
    VenueRestart,

    /// <summary>The gateway dies before a write to its journal.</summary>
    KillBeforeWrite,

    /// <summary>The gateway dies within a write to its journal.</summary>
    KillInWrite,

    /// <summary>The gateway dies right after a write to its journal.</summary>
    KillAfterWrite,

    /// <summary>The gateway dies before a frame leaves.</summary>
    KillBeforeSend,

    /// <summary>The gateway dies right after a frame has left.</summary>
    KillAfterSend,

    /// <summary>The gateway dies before, within or right after a write of its snapshot.</summary>
    KillInSnapshot,

    /// <summary>The gateway dies at any other moment.</summary>
    KillAnywhere,

    /// <summary>The gateway's disk is full for a while, up to what is held free for cancels and for what the venue reports.</summary>
    DiskFull,

    /// <summary>The gateway's wall clock jumps.</summary>
    ClockJump,

    /// <summary>A client hangs up and comes back.</summary>
    ClientLeaves,

    /// <summary>A client's connection breaks before its request has arrived.</summary>
    ClientCutBeforeGateway,

    /// <summary>A client's connection breaks right after its request has arrived.</summary>
    ClientCutAfterGateway,

    /// <summary>A client's connection breaks before an answer or update has arrived.</summary>
    ClientCutBeforeClient,
}
