namespace Rogatory.Core.Classification.Identity;

/// <summary>The detectors of this folder.</summary>
internal static class IdentityDetectors
{
    public static IEnumerable<Detector> All() => [.. Europe(), .. Elsewhere(), .. Documents(), .. People()];

    private static IEnumerable<Detector> Europe() =>
    [
        new AustriaSvnr(), new BalkanJmbg(), new BelgiumNationalNumber(), new BritainNhsNumber(), new BritainNino(), new BulgariaEgn(), new CroatiaOib(),
        new CzechBirthNumber(), new DenmarkCpr(),
        new EstoniaIsikukood(), new FinlandHetu(), new FranceNir(), new GermanyPersonalausweis(), new GermanyReisepass(), new GermanySteuerId(),
        new GreeceAfm(), new GreeceAmka(), new HungaryPersonalNumber(), new HungaryTaxNumber(), new IrelandPpsn(), new ItalyCodiceFiscale(),
        new LatviaPersonasKods(), new LithuaniaAsmensKodas(), new LuxembourgNumber(), new NetherlandsBsn(), new NorwayFodselsnummer(), new PolandPesel(),
        new PortugalNif(), new RomaniaCnp(), new SloveniaEmso(), new SpainDni(), new SpainNie(), new SwedenPersonnummer(), new SwitzerlandAhv(),
        new TurkeyKimlik(), new UkraineRnokpp(),
    ];

    private static IEnumerable<Detector> Elsewhere() =>
    [
        new AustraliaMedicare(), new AustraliaTfn(), new BrazilCnpj(), new BrazilCpf(), new CanadaSin(), new ChinaResidentId(), new HongKongBracketedId(),
        new HongKongId(), new IndiaAadhaar(), new IndiaPan(), new IsraelId(), new JapanMyNumber(), new KoreaRrn(), new MexicoCurp(), new NewZealandIrd(),
        new SingaporeNric(), new SouthAfricaId(), new ThailandId(), new UnitedStatesItin(), new UnitedStatesSsn(),
    ];

    private static IEnumerable<Detector> Documents() =>
    [
        new CardZone(), new DrivingLicence(), new GermanyCardNumber(), new IdentityCardNumber(), new PassportNumber(), new PassportZone(), new VehicleIdentification(), new VehiclePlate(),
    ];

    private static IEnumerable<Detector> People() => [new BirthDate(), new PersonNameField(), new PlainNameField(), new Salutation(), new AddressName()];
}
