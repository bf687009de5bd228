namespace Rogatory.LocalHost.Gate;

/// <summary>The gate as a process of its own.</summary>
public static class GateProgram
{
    private const string Usage =
        """
        gate --urls ORIGIN --upstream ORIGIN [--container-policy NAME[:append][:DAYS]]...

          --urls               where to listen, such as http://127.0.0.1:10000 (port 0 takes a free one)
          --upstream           where Azurite's blob service listens
          --container-policy   a retention policy on a container; ledger:append and statements where none is given

        The accounts are those of AZURITE_ACCOUNTS, as for Azurite; the first one holds the gate's state.
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        GateOptions options;
        try
        {
            options = Read(args);
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}\n\n{Usage}");
            return 2;
        }
        try
        {
            await using var gate = await GateServer.StartAsync(options);
            await Console.Out.WriteLineAsync($"The immutability gate listens at {gate.Origin}");
            await gate.WaitForShutdownAsync();
            return 0;
        }
        catch (IOException exception)
        {
            // Kestrel says so where the port is taken.
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static GateOptions Read(string[] args)
    {
        Uri? listen = null, upstream = null;
        var policies = new List<ContainerPolicy>();
        for (var at = 0; at < args.Length; at += 2)
        {
            var value = at + 1 < args.Length ? args[at + 1] : throw new FormatException($"{args[at]} needs a value.");
            switch (args[at])
            {
                case "--urls":
                    listen = Origin(value);
                    break;
                case "--upstream":
                    upstream = Origin(value);
                    break;
                case "--container-policy":
                    policies.Add(ContainerPolicy.Parse(value));
                    break;
                default:
                    throw new FormatException($"{args[at]} is not known.");
            }
        }
        if (policies.Count == 0) policies = [ContainerPolicy.Parse("ledger:append"), ContainerPolicy.Parse("statements")];
        return new GateOptions
        {
            Listen = listen ?? throw new FormatException("--urls is missing."),
            Upstream = upstream ?? throw new FormatException("--upstream is missing."),
            Accounts = GateAccount.Parse(Environment.GetEnvironmentVariable("AZURITE_ACCOUNTS")),
            ContainerPolicies = policies,
        };
    }

    private static Uri Origin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme == Uri.UriSchemeHttp
            ? origin
            : throw new FormatException($"'{text}' is not an origin such as http://127.0.0.1:10000.");
}
