using System.Globalization;
using Rogatory.LocalHost;
using Rogatory.LocalHost.Gate;
using Rogatory.LocalHost.Issuer;
using Rogatory.LocalHost.Keys;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

const string Usage =
    """
    Runs Rogatory on this machine. scripts/run.sh starts all of it.

      init   make the development keys in a directory
      gate   the immutability gate in front of Azurite
      host   the front door, the queue worker, the sweep, and the local token issuer
      token  print an officer's token signed by the local issuer

    Each says what it takes when it is called without.
    """;

switch (args.FirstOrDefault())
{
    case "init":
        return await InitProgram.RunAsync(args[1..]);
    case "gate":
        return await GateProgram.RunAsync(args[1..]);
    case "host":
        return await HostProgram.RunAsync(args[1..]);
    case "token":
        return await TokenProgram.RunAsync(args[1..]);
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
