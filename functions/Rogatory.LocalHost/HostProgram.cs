using System.Globalization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Drills;

namespace Rogatory.LocalHost;

/// <summary>Runs the host until it is told to stop.</summary>
internal static class HostProgram
{
    private const string Usage =
        """
        host --data DIRECTORY --urls ORIGIN --blob ENDPOINT --queue ENDPOINT --issuer-urls ORIGIN
             [--space real|drill] [--drill-keys FILE] [--founders ID,ID] [--origin ORIGIN] [--item-bytes N] [--abandon-after SECONDS]
             [--outbound REGION=ENDPOINT,...] [--sweep-every SECONDS] [--checkpoint-every SECONDS]

          --data           the directory that 'init' made the keys in
          --urls           where to listen, such as http://127.0.0.1:7071
          --space          drill where everything is made up; keys and storage accounts are its own then
          --drill-keys     what a host of drills says of itself (rogatory authority --out): its results are evidence for courses
          --founders       who has the role admin without an entry in the register (first-admin,second-admin)
          --origin         the public origin that partners sign, if another
          --blob           such as http://127.0.0.1:10000/devstoreaccount1, through the gate
          --queue          such as http://127.0.0.1:10001/devstoreaccount1
          --issuer-urls    where the local token issuer listens, such as http://127.0.0.1:7072
          --outbound       where partners collect, such as westeurope=http://127.0.0.1:10000/outwesteurope
          --item-bytes     the largest item taken
          --abandon-after  when an attempt that never came to count is cleaned up
          --sweep-every    how often cases are looked for whose wake-up was lost
          --checkpoint-every  how often a checkpoint over all cases is made
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        LocalHostOptions options;
        try
        {
            options = Read(args);
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Usage}");
            return 2;
        }

        using var telemetry = new Telemetry(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"));
        try
        {
            await using LocalHostServer host = await LocalHostServer.StartAsync(options);
            await Console.Out.WriteLineAsync($"Rogatory listens at {options.Listen}");
            await host.WaitForShutdownAsync();
            return 0;
        }
        catch (OtherSpaceException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    private static LocalHostOptions Read(string[] args)
    {
        var options = new CommandOptions(
            args, "--data", "--space", "--drill-keys", "--founders", "--urls", "--origin", "--blob", "--queue", "--issuer-urls", "--outbound", "--item-bytes", "--abandon-after", "--sweep-every", "--checkpoint-every");
        var read = new LocalHostOptions
        {
            Data = options.Get("--data"),
            Listen = options.GetOrigin("--urls"),
            Origin = options.FindOrigin("--origin") ?? options.GetOrigin("--urls"),
            Blob = options.GetOrigin("--blob"),
            Queue = options.GetOrigin("--queue"),
            Issuer = options.GetOrigin("--issuer-urls"),
        };
        if (options.Find("--space") is { } name)
            read = read with { Space = Space.TryParse(name, out Space? space) ? space : throw new FormatException("--space takes real or drill.") };
        if (options.Find("--drill-keys") is { } drills)
            read = read with { DrillKeys = DrillKeys.Parse(File.ReadAllText(drills)) };
        if (options.Find("--founders") is { } founders)
            read = read with { Founders = FoundingAdmins.Parse(founders) };
        if (read.Space == Space.Drill && options.Find("--outbound") is not null)
            throw new FormatException("--outbound is for real matters: what goes out in a drill lies where the drills do.");
        if (options.Find("--outbound") is { } outbound)
            read = read with { Outbound = Regions(outbound) };
        if (options.Find("--item-bytes") is { } bytes)
            read = read with { ItemBytes = long.Parse(bytes, NumberStyles.None, CultureInfo.InvariantCulture) };
        if (options.Find("--abandon-after") is { } seconds)
            read = read with { AbandonAfter = Seconds(seconds) };
        if (options.Find("--sweep-every") is { } every)
            read = read with { SweepEvery = Seconds(every) };
        if (options.Find("--checkpoint-every") is { } checkpoint)
            read = read with { CheckpointEvery = Seconds(checkpoint) };
        return read;
    }

    private static Dictionary<string, Uri> Regions(string text)
    {
        var regions = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (string one in text.Split(','))
        {
            if (one.Split('=', 2) is not [{ Length: > 0 } region, var address] || !Uri.TryCreate(address, UriKind.Absolute, out Uri? endpoint) || !regions.TryAdd(region, endpoint))
                throw new FormatException("--outbound takes regions with their endpoints, such as westeurope=http://127.0.0.1:10000/outwesteurope, with commas between.");
        }

        return regions;
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
}
