using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Identity;

namespace Rogatory.Core.Tests.Classification.Identity;

public sealed class OtherNumberTests
{
    private static readonly Dictionary<string, Detector> Rules = IdentityDetectors.All().ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    [Theory]
    [InlineData("gb-nino", "AB123456C")]
    [InlineData("gb-nino", "AB 12 34 56 C")]
    [InlineData("gb-nhs", "943 476 5919")]
    [InlineData("tr-kimlik", "17291716060")]
    [InlineData("us-ssn", "536-90-4399")]
    [InlineData("us-ssn", "536 90 4399")]
    [InlineData("us-itin", "912-90-3456")]
    [InlineData("ca-sin", "123-456-782")]
    [InlineData("br-cpf", "390.533.447-05")]
    [InlineData("br-cpf", "39053344705")]
    [InlineData("br-cnpj", "16.727.230/0001-97")]
    [InlineData("br-cnpj", "12.ABC.345/01DE-35")]
    [InlineData("in-aadhaar", "2341 2341 2346")]
    [InlineData("in-pan", "ABCPE1234F")]
    [InlineData("za-id", "8001015009087")]
    [InlineData("au-tfn", "123 456 782")]
    [InlineData("au-medicare", "2123 45670 1")]
    [InlineData("au-medicare", "2123 45670 1/2")]
    [InlineData("nz-ird", "49-091-850")]
    [InlineData("nz-ird", "136-410-132")]
    [InlineData("sg-nric", "S1234567D")]
    [InlineData("kr-rrn", "201105-3123456")] // given without a check digit
    [InlineData("th-id", "1-1017-00230-70-8")]
    [InlineData("cn-resident-id", "11010519491231002X")]
    [InlineData("cn-resident-id", "11010519491231002x")]
    [InlineData("il-id", "12345678-2")]
    [InlineData("jp-my-number", "1234 5678 9018")]
    [InlineData("hk-id", "A1234563")]
    [InlineData("hk-id-bracketed", "A123456(3)")]
    [InlineData("hk-id-bracketed", "a123456 (3)")]
    public void A_right_one_is_found_as_it_is_written(string id, string value)
    {
        Classified.Finds(Rules[id], value, value);
        Classified.Finds(Rules[id], $"({Rules[id].Context[0]} {value})", value, 0.9);
    }

    [Theory]
    [InlineData("gb-nino", "QQ123456C")]
    [InlineData("gb-nino", "GB123456C")]
    [InlineData("gb-nino", "AO123456C")]
    [InlineData("gb-nino", "AB123456E")]
    [InlineData("gb-nino", "AB000000A")]
    [InlineData("gb-nhs", "943 476 5918")]
    [InlineData("ua-rnokpp", "9900712344")]
    [InlineData("tr-kimlik", "07291716060")]
    [InlineData("us-ssn", "000-12-3456")]
    [InlineData("us-ssn", "666-12-3456")]
    [InlineData("us-ssn", "900-12-3456")]
    [InlineData("us-ssn", "536-00-4399")]
    [InlineData("us-ssn", "536-90-0000")]
    [InlineData("us-ssn", "078-05-1120")]
    [InlineData("us-ssn", "222-22-2222")]
    [InlineData("us-itin", "912-69-3456")]
    [InlineData("us-itin", "812-70-3456")]
    [InlineData("us-itin", "912-93-3456")]
    [InlineData("ca-sin", "023-456-783")]
    [InlineData("ca-sin", "123-456-783")]
    [InlineData("br-cpf", "111.111.111-11")]
    [InlineData("br-cpf", "390.533.447-15")]
    [InlineData("br-cnpj", "16.727.230/0001-98")]
    [InlineData("br-cnpj", "12.ABC.345/01DE-36")]
    [InlineData("in-aadhaar", "1341 2341 2346")]
    [InlineData("in-aadhaar", "2341 2341 2364")]
    [InlineData("in-pan", "ABCDE1234F")]
    [InlineData("in-pan", "ABCPE0000F")]
    [InlineData("za-id", "8013015009083")]
    [InlineData("za-id", "8001015009086")]
    [InlineData("au-tfn", "123 456 783")]
    [InlineData("au-medicare", "1123 45670 1")]
    [InlineData("au-medicare", "2123 45671 1")]
    [InlineData("nz-ird", "49-091-851")]
    [InlineData("nz-ird", "09-091-850")]
    [InlineData("sg-nric", "S1234567E")]
    [InlineData("sg-nric", "A1234567D")]
    [InlineData("kr-rrn", "201305-3123456")]
    [InlineData("kr-rrn", "801105-1123456")]
    [InlineData("th-id", "0-1017-00230-70-8")]
    [InlineData("cn-resident-id", "110105194913310021")]
    [InlineData("cn-resident-id", "99010519491231002X")]
    [InlineData("cn-resident-id", "110105194912310021")]
    [InlineData("il-id", "12345678-3")]
    [InlineData("jp-my-number", "1234 5678 9012")]
    [InlineData("mx-curp", "BADD110313HXXLNS09")]
    [InlineData("hk-id", "A1234564")]
    [InlineData("hk-id-bracketed", "A123456(4)")]
    [InlineData("hk-id-bracketed", "ABC123456(3)")]
    [InlineData("hk-id-bracketed", "123456(3)")]
    [InlineData("hk-id-bracketed", "f(3)")]
    [InlineData("hk-id-bracketed", "((((((((")]
    public void A_wrong_one_is_not(string id, string text)
    {
        Classified.FindsNothing(Rules[id], text);
        Classified.FindsNothing(Rules[id], $"{Rules[id].Context[0]}: {text}");
    }
}
