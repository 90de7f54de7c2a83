import Instruments
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// Runs that are made up by laws, so that what is read off them is known.
@Suite struct SweepReadingsTests {
  private static let scale = ScalingScale.at(.smoke)
  private static let plan = Experiment.strongGeneralization(.smoke).plan

  private static func size(_ width: Int) -> Double { Double(16 * width * width + 23 * width + 1) }

  /// The loss on small graphs: it bends as it falls, and falls with size.
  private static func near(_ width: Int, _ step: Int) -> Double {
    let steps = Elementary.logarithm(Double(step))
    return Elementary.exponential(3 - 0.05 * steps * steps - 0.2 * Elementary.logarithm(size(width)))
  }

  /// At equal loss a decade of size makes it `gamma` worse, in logarithms.
  private static func far(_ near: Double, _ width: Int, kappa: Double, gamma: Double = 0) -> Double {
    Elementary.exponential(
      0.3 + kappa * Elementary.logarithm(near) + gamma * Elementary.decimalLogarithm(size(width)))
  }

  private static func width(of stage: Stage) -> Int {
    guard case .encoder(let shape) = plan.model(of: stage) else { preconditionFailure("A sweep has encoders.") }
    return shape.width
  }

  /// What a stage has as its loss on a split after so many of its steps.
  private static func loss(_ stage: Stage, _ step: Int, _ split: String) -> Double {
    let width = width(of: stage)
    let near = near(width, step)
    if stage.name == SizeSweep.tuned(width) { return Elementary.power(size(width), -0.3) }
    if stage.name == SizeSweep.fromScratch(width) { return step == 40 ? 0.5 : 0.75 }
    return switch split {
    case SizeSweep.far(8).name: far(near, width, kappa: 0.7, gamma: 0.2)
    case SizeSweep.far(10).name: far(near, width, kappa: 0.6)
    case SizeSweep.far(12).name: far(near, width, kappa: 0.55)
    case SizeSweep.far(15).name: far(near, width, kappa: 0.5)
    case SizeSweep.plainFar(8).name: far(near, width, kappa: 0.7, gamma: 0.2) * Elementary.exponential(1.5)
    case SizeSweep.plainFar(15).name: far(near, width, kappa: 0.5) * Elementary.exponential(2.5)
    case SizeSweep.large.name: 3
    default: near
    }
  }

  /// Every answer is off by the root of the loss.
  private static func predictions(_ stage: Stage, _ step: Int, _ split: AskedSplit) -> [Float] {
    let error = Float(loss(stage, step, split.examples.name).squareRoot())
    return split.examples.unanswered(count: split.count, seed: ReplicateSeeds(2).questions(of: split)).truths.map {
      $0 + error
    }
  }

  private static let seen: Sighting = {
    let stages = plan.stages.map { stage in
      var steps: [Int] = []
      while stage.watch != nil, steps.last ?? 0 < stage.recipe.steps {
        steps.append(stage.watch!.milestone(after: steps.last ?? 0, of: stage.recipe))
      }
      return Run.StageOutcome(
        name: stage.name, parameters: [], losses: [],
        predictions: plan.asked.map { predictions(stage, stage.recipe.steps, $0) },
        milestones: steps.map { step in
          Milestone(step: step, predictions: plan.watched(in: stage).map { predictions(stage, step, $0) })
        }, seconds: 0)
    }
    return Sighting(plan, Run(replicate: 2, stages: stages), [], [])
  }()

  /// Answers are floats of at most 15, so a loss of a tenth has six digits; fits amplify by less than ten.
  private static func expect(_ readings: [Reading], _ name: String, _ value: Double) {
    let found = readings.first { $0.name == name }?.value ?? .nan
    #expect(abs(found - value) < 1e-4, "\(name): \(found)")
  }

  @Test func sizeIsMatchedByTheLoss() {
    let readings = StrongGeneralizationInstrument(scale: Self.scale).readings(Self.seen)
    Self.expect(readings, "gamma, n = 8", 0.2)
    for vertices in [10, 12, 15] { Self.expect(readings, "gamma, n = \(vertices)", 0) }
    // At equal steps a decade of size is worth -.2 ln 10 of the loss on small graphs.
    Self.expect(readings, "gamma, not matched, n = 8", 0.2 - 0.7 * 0.2 * 2.302585093)
    Self.expect(readings, "gamma, not matched, n = 15", -0.5 * 0.2 * 2.302585093)
    Self.expect(readings, "spread about the curve, n = 15", 0)
    Self.expect(readings, "above the curve, not renamed, n = 8", 1.5)
    Self.expect(readings, "above the curve, not renamed, n = 15", 2.5)
    Self.expect(readings, "above the curve, renamed, n = 15", 0)
  }

  @Test func lossesFallTogether() {
    let readings = StrongGeneralizationInstrument(scale: Self.scale).readings(Self.seen)
    for (vertices, kappa) in [(10, 0.6), (12, 0.55), (15, 0.5)] {
      Self.expect(readings, "kappa, n = \(vertices)", kappa)
      Self.expect(readings, "R squared, n = \(vertices)", 1)
    }
    Self.expect(readings, "kappa, asked again", 1)
    Self.expect(readings, "step between kappas of the same", 0)
    // Of n = 8 size moves the loss by itself, so its slope is near .65 only.
    #expect(abs(readings.first { $0.name == "least step between kappas" }!.value - 0.05) < 1e-3)
  }

  /// Between looks in logarithms; never before the first, nor after the last.
  @Test func examplesAreCountedToALevel() throws {
    let curve = SizeCurve(Self.seen, stage: SizeLadder.learned(16))
    let losses = curve.losses(on: SizeSweep.near)
    #expect(curve.steps == [31, 62, 125, 250, 500])
    let middle = (losses[1] * losses[2]).squareRoot()
    #expect(abs(try #require(curve.steps(toReach: middle, on: SizeSweep.near)) - (62.0 * 125).squareRoot()) < 1e-6)
    #expect(abs(try #require(curve.steps(toReach: losses[3], on: SizeSweep.near)) - 250) < 1e-9)
    #expect(curve.steps(toReach: losses[4] * 0.99, on: SizeSweep.near) == nil)
    #expect(curve.steps(toReach: losses[0], on: SizeSweep.near) == nil)
  }

  @Test func transferIsReadBySize() {
    let readings = TransferInstrument(scale: Self.scale).readings(Self.seen)
    Self.expect(readings, "slope, fine-tuned", -0.3 * 2.302585093)
    Self.expect(readings, "slope, from scratch", 0)
    Self.expect(readings, "before fine-tuning, width 16", 3)
    Self.expect(readings, "from scratch at its best, width 24", 0.5)
    Self.expect(readings, "from scratch at its last, width 24", 0.75)
    Self.expect(readings, "fine-tuned by from scratch, the largest", Elementary.power(Self.size(8), -0.3) / 0.5)
  }

  /// Every replicate reads the same names, and claims are about some of them.
  @Test(arguments: [Profile.smoke, .standard]) func claimsAreAboutReadings(_ profile: Profile) {
    // The small profile has too few looks to match losses.
    #expect(Experiment.strongGeneralization(profile).claims.isEmpty == (profile == .smoke))
    #expect(!Experiment.transfer(profile).claims.isEmpty)
    let names = StrongGeneralizationInstrument(scale: Self.scale).readings(Self.seen).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Experiment.strongGeneralization(.smoke).claims.allSatisfy { names.contains($0.subject) })
  }
}
