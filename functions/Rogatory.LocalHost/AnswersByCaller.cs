using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Rogatory.LocalHost;

/// <summary>Says of a call that answers officers and partners with two documents, by one status, that it is one of them.</summary>
internal static class AnswersByCaller
{
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (IGrouping<int, Type> answers in context.Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>()
            .Where(one => one.Type is not null && one.StatusCode < StatusCodes.Status400BadRequest).GroupBy(one => one.StatusCode, one => one.Type!).Where(one => one.Count() > 1))
        {
            if (operation.Responses?[answers.Key.ToString(CultureInfo.InvariantCulture)].Content?["application/json"] is not { Schema: { } last } content)
                continue;
            List<IOpenApiSchema> either = [last];
            foreach (Type other in answers.SkipLast(1))
                either.Add(await context.GetOrCreateSchemaAsync(other, cancellationToken: cancellationToken));
            content.Schema = new OpenApiSchema { OneOf = either };
        }
    }
}
