namespace Parelmuur.Kernel.People;

/// <summary>The cookie of who is signed in. Pages for everyone look only whether it is there.</summary>
public static class SessionCookie
{
    /// <summary>Only this host, only over a safe connection, not to be read by script.</summary>
    public const string Name = "__Host-parelmuur";
}
