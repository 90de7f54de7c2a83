import Instruments
import Judging
import Training

extension Experiment {
  /// Is the loss a power law in size and data and a constant, and is that constant the noise?
  static func scalingLaw(_ profile: Profile) -> Experiment {
    let id = "scaling/law"
    let scale = LawScale.at(profile)
    let claim = ReadingClaims(of: id, at: LawScale.coins.stage(width: scale.widths[0]), in: nil)
    let noise = LawScale.noise
    let half = Claim.Provenance.goal("Half way between no constant and the entropy.")
    let coins = Claim.Provenance.theory("5 ln 2 = 3.47 nats of coins are added, and half of that to either side.")
    let claims = [
      claim(
        "constant, coins less sorted", "nats", .between(0.5 * noise...1.5 * noise),
        floor: .nothing(0, label: "noise is not seen"), from: coins),
      claim(
        "constant of what is reducible, coins less sorted", "nats", .between(0.5 * noise...1.5 * noise),
        isControl: true, from: coins),
      claim(
        "coins: constant by entropy", "ratio", .atLeast(0.5), floor: .nothing(0, label: "no constant"), from: half),
      claim(
        "coins: constant of what is reducible by entropy", "ratio", .atLeast(0.5), isControl: true, from: half),
    ]
    return Experiment(
      id: id, claim: "A constant that is fitted beside powers of size and data moves by the noise that is added.",
      profile: profile, model: LawScale.coins.mazes.network(width: scale.widths[0]), stages: scale.stages,
      asked: scale.asked, replicates: 5, claims: scale.claimsAll ? claims : [],
      instrumentation: Instrumentation(LawInstrument(scale: scale)))
  }
}
