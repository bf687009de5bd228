using Rogatory.LocalHost.Gate;

return args is ["gate", .. var rest] ? await GateProgram.RunAsync(rest) : 0;
