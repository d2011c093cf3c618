using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Parelmuur.Bench.Search;

/// <summary>How long answers took, in milliseconds.</summary>
internal sealed class Times
{
    private const int ThisThread = 3;

    private readonly double[] clock, work;

    private Times(IEnumerable<(double Clock, double Work)> all)
    {
        var list = all.ToList();
        (clock, work) = ([.. list.Select(time => time.Clock).Order()], [.. list.Select(time => time.Work).Order()]);
    }

    /// <summary>The middle of the times that a caller waited.</summary>
    public double Clock => ClockAt(.5);

    /// <summary>The middle of the times that the processor worked for it.</summary>
    public double Work => WorkAt(.5);

    public double ClockAt(double share) => At(clock, share);

    public double WorkAt(double share) => At(work, share);

    public static Times Of<T>(IEnumerable<T> all, Action<T> ask) => new(Run(all, ask));

    /// <summary>Several callers who each ask the next question as soon as they have an answer.</summary>
    public static Times AtOnce<T>(int callers, T[] all, Action<T> ask)
    {
        var times = new List<(double, double)>[callers];
        var threads = Enumerable.Range(0, callers).Select(caller =>
            new Thread(() => times[caller] = Run(all.Where((_, at) => at % callers == caller), ask))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return new Times(times.SelectMany(time => time));
    }

    private static List<(double Clock, double Work)> Run<T>(IEnumerable<T> all, Action<T> ask)
    {
        List<(double, double)> times = [];
        foreach (var one in all)
        {
            var (start, began) = (Stopwatch.GetTimestamp(), Worked());
            ask(one);
            times.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, Worked() - began));
        }

        return times;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static double Worked()
    {
        _ = ReadClock(ThisThread, out var time);
        return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
    }

#pragma warning disable SYSLIB1054 // A benchmark needs no generated marshalling: nothing is marshalled.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out Moment moment);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Moment
    {
        public readonly long Seconds, Nanoseconds;
    }
}
