import Data
import Learning
import Testing

@testable import Bench
@testable import Instruments
@testable import Judging
@testable import Training

/// Readings of runs that are made up, so that what is read off them is known.
@Suite struct GenerativeReadingsTests {
  private static let mazes = Experiment.generativeMazes(.standard)

  /// Networks all of whose losses lie on one law of compute, with 3 answers a split that lie .1 apart around it.
  ///
  /// - Parameters:
  ///   - experiment: with equally many parts in each asked split.
  ///   - loss: of a network that has spent so much, by part.
  private static func seen(
    _ experiment: Experiment, _ distribution: some SequenceDistribution, loss: (Double) -> [Double]
  ) -> Sighting {
    let sample = GenerativeExamples(distribution).sequences(
      0..<4_096, seed: ReplicateSeeds(0).stage(experiment.stages[0]))
    let tokens = sample.map { Double($0.tokens.count) }.mean * 64
    let stages = experiment.stages.map { stage in
      guard case .encoder(let shape) = experiment.plan.model(of: stage) else { preconditionFailure("no encoder") }
      // Of two blocks: 8 w^2 weights and 7 w offsets each.
      let size = Double(2 * (8 * shape.width * shape.width + 7 * shape.width))
      let milestones = GenerativeScale.looks(upTo: stage.recipe.steps).map { step in
        let parts = loss(6 * size * tokens * Double(step)).map { Float($0) }
        let surprises = zip(parts, distribution.parts).map { $0 + Float($1.entropy) }
        let numbers = [-0.1, 0, 0.1].flatMap { offset in parts + [surprises[0] + offset] + surprises.dropFirst() }
        return Milestone(step: step, predictions: Array(repeating: numbers, count: experiment.asked.count))
      }
      return Run.StageOutcome(
        name: stage.name, parameters: [], losses: [], predictions: [], milestones: milestones, seconds: 0)
    }
    return Sighting(experiment.plan, Run(replicate: 0, stages: stages), [], [])
  }

  /// Answers are floats, so a law of .01 to 10 nats is kept to some 1e-7 of itself.
  private static let power = seen(mazes, GenerativeScale.mazes) { compute in
    let all = Elementary.power(compute / 1e12, -0.4)
    return [0.6 * all, 0.1 * all, 0.3 * all]
  }

  /// No number where there is no such reading, so that nothing holds of it.
  private func number(_ name: String, _ readings: [Reading]) -> Double {
    readings.first { $0.name == name }?.value ?? .nan
  }

  @Test func aPowerLawIsReadAsOne() throws {
    let readings = try #require(Self.mazes.instrumentation).instrument.readings(Self.power)
    #expect(Set(readings.map(\.name)).count == readings.count)
    #expect(abs(number("frontier: exponent", readings) - 0.4) < 1e-6)
    #expect(number("frontier: spread", readings) < 1e-6)
    #expect(abs(number("frontier: late exponent less early", readings)) < 1e-5)
    #expect(number("frontier: exponent of the whole loss", readings) < 0.1)
    for count in 0...7 {
      // A constant is found to the exponent's 1e-8, and the rounding of answers, times the loss's slope in it.
      #expect(abs(number("frontier: constant less entropy, without \(count) points", readings)) < 1e-3)
    }
    // Compute is proportional to steps.
    #expect(abs(number("slope: width 8", readings) + 0.4) < 1e-6)
    let whole = number("reducible: width 32", readings)
    #expect(abs(number("edges: width 32", readings) - 0.6 * whole) < 1e-6)
    let grown = Elementary.power((8.0 * 48 + 7) * 48 / ((8.0 * 8 + 7) * 8), 0.4)
    #expect(abs(number("width 8 over width 48", readings) - Elementary.logarithm(grown)) < 1e-5)
    // The shifted loss is the other one: at equal loss no size matters, at equal steps a decade is worth .4 ln 10.
    #expect(abs(number("size effect, matched", readings)) < 1e-5)
    #expect(abs(number("size effect, not matched, step 992", readings) + 0.4 * 2.302585) < 1e-5)
  }

  /// The sequences that are asked are the replicate's own, whatever was answered.
  @Test func theEntropyIsThatOfWhatIsAsked() throws {
    let readings = try #require(Self.mazes.instrumentation).instrument.readings(Self.power)
    #expect(number("farthest from the entropy", readings) < 1e-10)
    #expect(abs(number("farthest from the entropy: cycle-blind", readings) - 0.947) < 0.001)
  }

  /// Three answers .1 apart: their mean's standard error is .1 / sqrt 3.
  @Test func boundsAreInStandardErrors() throws {
    let readings = try #require(Self.mazes.instrumentation).instrument.readings(Self.power)
    let least = number("reducible: width 48", readings)
    let error = 0.1 / 3.0.squareRoot()
    #expect(abs(number("above the entropy", readings) - least / error) < 1e-3)
    #expect(
      abs(number("edges above those of the cycle-blind", readings) - (0.6 * least - 0.94706) / error) < 1e-3)
  }

  /// Facts that are learned by a law, and answers that nobody learns.
  @Test func aPlateauIsReadAsAConstant() throws {
    let experiment = Experiment.generativePlateau(.standard)
    let blind = GenerativeScale.permutations.blindAnswerEntropy
    let seen = Self.seen(experiment, GenerativeScale.permutations) { compute in
      [Elementary.power(compute / 1e10, -0.8), 0, blind]
    }
    let readings = try #require(experiment.instrumentation).instrument.readings(seen)
    #expect(abs(number("constant less entropy", readings) - blind) < 1e-3)
    #expect(abs(number("constant less entropy: facts alone", readings)) < 1e-3)
    #expect(abs(number("blind answers", readings) - 1.5985) < 1e-4)
    #expect(abs(number("answer: width 8", readings) - blind) < 1e-6)
  }

  /// Every claim is about a number that is read, at each profile.
  @Test(arguments: Profile.allCases)
  func claimsAreAboutReadings(profile: Profile) throws {
    #expect(Experiment.generative(profile).count == (profile == .smoke ? 1 : 2))
    let experiment = Experiment.generativeMazes(profile)
    let seen = Self.seen(experiment, GenerativeScale.mazes) { [1e5 / $0.squareRoot(), 0.1, 0.1] }
    let names = try #require(experiment.instrumentation).instrument.readings(seen).map(\.name)
    for claim in experiment.claims { #expect(names.contains(claim.subject)) }
  }

  @Test func looksAreHalfADoublingApart() {
    #expect(
      GenerativeScale.looks(upTo: 6_000)
        == [31, 44, 62, 88, 124, 175, 248, 351, 496, 701, 992, 1_403, 1_984, 2_806, 3_968, 5_612, 6_000])
    #expect(GenerativeScale.looks(upTo: 31) == [31])
  }
}

extension GenerativeReadingsTests {
  @Test(arguments: RetoldMazes.all) func retoldMazesAreReadAlike(_ told: RetoldMazes) throws {
    let experiment = Experiment.retoldMazes(told, .standard)
    let seen = Self.seen(experiment, told.mazes) { compute in
      let all = Elementary.power(compute / 1e12, -0.25)
      return [0.6 * all, 0.1 * all, 0.3 * all]
    }
    let readings = try #require(experiment.instrumentation).instrument.readings(seen)
    #expect(abs(number("frontier: exponent", readings) - 0.25) < 1e-6)
    #expect(experiment.claims.allSatisfy { claim in readings.contains { $0.name == claim.subject } })
  }
}
