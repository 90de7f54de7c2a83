import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What is read from curves that were made up for the purpose.
@Suite struct PhasesTests {
  static let rule = PhaseRule.squaredErrorOfWholeNumbers
  /// 61 milestones, 7 steps apart.
  static let steps = (1...61).map { $0 * 7 }

  static func phases(_ error: (Double) -> Double) -> Phases {
    Phases(steps: steps, errors: steps.map { error(Double($0)) }, rule: rule)
  }

  @Test func aStepIsAChangeOfPhase() throws {
    let phases = Self.phases { $0 < 210 ? 9 : 0.01 }
    #expect(phases.learned == 210 && phases.isChangeOfPhase)
    let plateau = try #require(phases.plateau)
    #expect(plateau.steps == 7...203 && plateau.level == 9)
    #expect(phases.fall == 203...210)
  }

  @Test func soIsASteepSlopeAfterAWait() {
    // Down from step 200 on, to nothing at step 300.
    let phases = Self.phases { $0 < 200 ? 9 : max(0, 9 * (300 - $0) / 100) }
    #expect(phases.learned == 301 && phases.isChangeOfPhase)
    #expect(phases.plateau?.steps.lowerBound == 7 && (200...240).contains(phases.plateau?.steps.upperBound ?? 0))
  }

  enum Slope: CaseIterable {
    case line, exponential, powerLaw, steeperPowerLaw

    func error(_ step: Double) -> Double {
      switch self {
      case .line: 9 * (1 - step / 400)
      case .exponential: 9 * exp(-step / 60)
      case .powerLaw: 90 / (10 + step)
      case .steeperPowerLaw: 3_000 / (10 + step) / (10 + step)
      }
    }
  }

  /// Each is learned, and none at once.
  @Test(arguments: Slope.allCases)
  func aSlowSlopeIsNone(slope: Slope) {
    let phases = Self.phases(slope.error)
    #expect(phases.learned != nil && !phases.isChangeOfPhase)
  }

  @Test(arguments: 0..<20)
  func noiseDoesNotMatter(seed: UInt64) {
    var generator = SplitMix(seed)
    let errors = Self.steps.map { step in
      (step < 210 ? 9 : 0.1) * Double.random(in: 0.85...1.15, using: &generator)
    }
    let phases = Phases(steps: Self.steps, errors: errors, rule: Self.rule)
    #expect(phases.learned == 210 && phases.isChangeOfPhase)
    #expect(phases.plateau?.steps == 7...203 && (8.5...9.5).contains(phases.plateau?.level ?? 0))
  }

  @Test func aSingleMilestoneDoesNotMatter() {
    // A dip on the plateau, and a relapse after it.
    let phases = Self.phases { $0 == 105 ? 0 : $0 == 315 || $0 < 210 ? 9 : 0 }
    #expect(phases.learned == 210 && phases.plateau?.steps == 7...203)
    // Two are a relapse.
    #expect(Self.phases { (315...322).contains($0) || $0 < 210 ? 9 : 0 }.learned == 329)
  }

  @Test func whatIsNeverLearnedHasOnlyAPlateau() {
    let phases = Self.phases { $0 < 70 ? 60 : 9 }
    #expect(phases.learned == nil && phases.fall == nil && !phases.isChangeOfPhase)
    #expect(phases.plateau == Phases.Plateau(steps: 70...427, level: 9))
    // What is learned at last may be lost at the very end.
    #expect(Self.phases { $0 < 420 ? 0 : 9 }.learned == nil)
  }

  @Test func whatIsLearnedFromTheStartHasNone() {
    let phases = Self.phases { _ in 0.25 }
    #expect(phases.learned == 7 && phases.plateau == nil && phases.fall == nil && !phases.isChangeOfPhase)
  }

  @Test func aPlateauIsHighAndLongEnough() {
    // Below four times what is learned, a curve is coming down.
    #expect(Self.phases { $0 < 210 ? 0.99 : 0 }.plateau == nil)
    #expect(Self.phases { $0 < 210 ? 1 : 0 }.plateau?.steps == 7...203)
    // Two milestones are no plateau.
    let short = Phases(steps: [1, 2, 3], errors: [9, 9, 0], rule: Self.rule)
    #expect(short.learned == 3 && short.plateau == nil)
  }

  @Test func theLongestPlateauCounts() {
    // By steps, not by milestones.
    let phases = Phases(
      steps: [1, 2, 3, 4, 5, 100, 200, 300, 301], errors: [40, 40, 40, 40, 9, 9, 9, 0, 0], rule: Self.rule)
    #expect(phases.plateau?.steps == 5...200 && phases.learned == 300 && phases.isChangeOfPhase)
  }

  @Test func ofPlateausOfOneLengthTheFirstCounts() {
    let phases = Phases(
      steps: Array(1...9), errors: [40, 40, 40, 40, 9, 9, 9, 9, 0], rule: Self.rule)
    #expect(phases.plateau?.steps == 1...4)
  }

  /// A fall may take as long as the wait before it, and no longer.
  @Test func aFallAsLongAsTheWaitIsAChangeOfPhase() {
    func phases(learnedAt step: Int) -> Phases {
      Phases(steps: [1, 6, 11, 16, step, step + 1], errors: [9, 9, 9, 9, 0, 0], rule: Self.rule)
    }
    #expect(phases(learnedAt: 31).fall == 16...31 && phases(learnedAt: 31).isChangeOfPhase)
    #expect(phases(learnedAt: 32).fall == 16...32 && !phases(learnedAt: 32).isChangeOfPhase)
  }

  @Test func whatIsNoNumberIsNotLearned() {
    #expect(Self.phases { $0 > 400 ? .nan : 0 }.learned == nil)
    let phases = Self.phases { (84...98).contains($0) ? .nan : $0 < 210 ? 9 : 0 }
    #expect(phases.learned == 210 && phases.plateau?.steps == 105...203)
    // One alone does not matter, wherever it is sorted to.
    for place in [105.0, 315, 322] {
      let one = Self.phases { $0 == place ? .nan : $0 < 210 ? 9 : 0 }
      #expect(one.learned == 210 && one.plateau?.steps == 7...203)
    }
  }

  @Test func aCurveWithoutMilestonesHasNoPhases() {
    let phases = Phases(steps: [], errors: [], rule: Self.rule)
    #expect(phases.learned == nil && phases.plateau == nil)
  }

  @Test func anAccuracyIsReadByWhatItLacks() {
    let curve = ScoreCurve(
      "t=2", metric: .roundedAccuracy, examples: Self.steps.map { 8 * $0 }, steps: Self.steps,
      scores: [Self.steps.map { $0 < 210 ? 0.5 : 0.96 }])
    let phases = Phases(steps: curve.steps, errors: curve.errors(of: 0), rule: .of(curve.metric))
    #expect(phases.learned == 210 && phases.plateau?.level == 0.5)
    #expect(curve.errors(of: 0) == Self.steps.map { $0 < 210 ? 0.5 : 1 - 0.96 })
  }
}
