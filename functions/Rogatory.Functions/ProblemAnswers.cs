using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Rogatory.Api.Problems;

namespace Rogatory.Functions;

/// <summary>
/// Answers refusals and faults of HTTP calls with the same problem details as the local host. The worker executes a result only after every
/// middleware has returned, where a fault of an answer under way would escape us; so the result is executed here, and an empty one left to it.
/// </summary>
public sealed class ProblemAnswers(ILogger<ProblemMiddleware> log) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        HttpContext? http = context.GetHttpContext();
        // An orchestrator must not be awaited by anyone: its thread is not free.
        if (http is null)
            return next(context);
        var problems = new ProblemMiddleware(
            async _ =>
            {
                try
                {
                    await next(context);
                    object? result = context.GetInvocationResult().Value;
                    if (result is IResult answer)
                        await answer.ExecuteAsync(http);
                }
                finally
                {
                    context.GetInvocationResult().Value = Results.Empty;
                }
            },
            log);
        return problems.InvokeAsync(http);
    }
}
