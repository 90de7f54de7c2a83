import Instruments
import Judging
import Training

/// Reads what becomes of layers where the last one learns otherwise.
struct LayersInstrument: Instrument {
  private static let changed: [AllocationArm] = [.frozenHead, .slowHead, .nimbleHead]

  var watches: [StageWatch] { ([.momentum] + Self.changed).map(\.watch) }

  func readings(_ seen: Sighting) throws -> [Reading] {
    let layers = seen.plan.model.layout.layers
    func look(_ arm: AllocationArm) throws -> (head: Double, others: Double, loss: Double, sums: [Double]) {
      let stage = seen(arm.watch)
      let sums = try stage.reading(of: .whole(.integrated)).sums(of: layers)
      return (sums.last!, sums.dropLast().reduce(0, +), stage.allocation.ends[0].last, sums)
    }
    let control = try look(.momentum)
    var readings = zip(layers, control.sums).map { Reading("\($0.name): momentum", $1) }
    readings.append(Reading("final loss: momentum", control.loss))
    for arm in Self.changed {
      let found = try look(arm)
      readings += zip(layers, found.sums).map { Reading("\($0.name): \(arm.rawValue)", $1) }
      readings += [
        Reading("final loss, times the control's: \(arm.rawValue)", found.loss / control.loss),
        Reading("control's final loss, times that with: \(arm.rawValue)", control.loss / found.loss),
        Reading("head's sum, less the control's: \(arm.rawValue)", found.head - control.head),
        Reading("others' sum, less the control's: \(arm.rawValue)", found.others - control.others),
      ]
    }
    return readings
  }
}

extension Experiment {
  /// The paper's cures for a last layer that hurts, on one that does not.
  package static func allocationLayers(_ profile: Profile) -> Experiment {
    let id = "lca/layers"
    let claim = ReadingClaims.onArms(of: id)
    let unchanged = TrivialPredictor.nothing(1, label: "nothing changed")
    let same = TrivialPredictor.nothing(0, label: "nothing changed")
    let half = Claim.Provenance.pilot(
      "Twice the loss: PyTorch had 2.1 to 14 times with a frozen head, 1.2 to 1.7 with a slow one.")
    func why(_ seeds: String) -> Claim.Provenance { .pilot("Five seeds in PyTorch: \(seeds).") }
    return onArms(
      id, "Less momentum in the last layer lets it help more, and the others less; freezing it costs.",
      profile, LayersInstrument(),
      [
        claim.on(.frozenHead)(
          "control's final loss, times that with: frozen head", "ratio", .atMost(0.5),
          floor: unchanged, test: "frozenHeadCosts", from: half),
        claim.on(.slowHead)(
          "control's final loss, times that with: slow head", "ratio", .atMost(0.5),
          isControl: true, test: "slowHeadCostsLess", from: half),
        claim.on(.nimbleHead)(
          "head's sum, less the control's: head with momentum .5", "loss change", .atMost(-2),
          floor: same, test: "nimbleHeadHelpsMore", from: why("-6.6, -9.9, -6.8, -3.7, -6.4")),
        claim.on(.nimbleHead)(
          "others' sum, less the control's: head with momentum .5", "loss change", .atLeast(2),
          floor: same, test: "othersGiveWay", from: why("7.6, 10.4, 7.3, 4.3, 5.6")),
        claim.on(.slowHead)(
          "head's sum, less the control's: slow head", "loss change", .atMost(-2),
          isControl: true, test: "slowHeadHelpsNoMore", from: why("3.9, 6.0, 11, 9.2, 12")),
        claim.on(.slowHead)(
          "others' sum, less the control's: slow head", "loss change", .atLeast(2),
          isControl: true, test: "othersDoNotGiveWayToASlowOne",
          from: .pilot("As the claim; its head helps less, not more.")),
      ])
  }
}
