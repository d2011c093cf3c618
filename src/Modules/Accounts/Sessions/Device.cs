namespace Parelmuur.Accounts.Sessions;

/// <summary>Names a browser in a way its owner knows: "Firefox op Windows". Versions are left out.</summary>
internal static class Device
{
    // The order matters: Edge also calls itself Chrome, and Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[]
        Browsers = [("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")],
        Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <summary>The name of the browser that sends this header.</summary>
    public static string Of(string userAgent) =>
        $"{Named(Browsers, userAgent) ?? "Onbekende browser"} op {Named(Systems, userAgent) ?? "een onbekend apparaat"}";

    private static string? Named((string Mark, string Name)[] names, string userAgent) =>
        Array.Find(names, each => userAgent.Contains(each.Mark, StringComparison.Ordinal)).Name;
}
