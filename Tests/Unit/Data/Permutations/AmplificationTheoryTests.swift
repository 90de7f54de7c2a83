import Data
import Seeds
import Testing

@Suite struct AmplificationTheoryTests {
  private let seed = Seed(root: 21)

  /// p_F, depth-2 theory, X_PA's depth-2 accuracy, the report's theory at depth 3, the corrected one: as printed.
  @Test func theFiguresAreThePublishedOnes() throws {
    let rows = try PowerSplitTests.golden().published.rows
    #expect(rows.count == 3)
    for row in rows {
      let theory = AmplificationTheory(elementCount: 4, failureRate: row[0])
      #expect(abs(theory.targetAccuracy(subanswerAccuracy: 1) - row[1]) < 1e-12)
      #expect(abs(theory.reportedDepth3Accuracy - row[3]) < 5e-4)
      #expect(abs(theory.targetAccuracy(subanswerAccuracy: row[2]) - row[4]) < 5e-4)
    }
    let random = AmplificationTheory(elementCount: 4, failureRate: 1)
    #expect(random.targetAccuracy(subanswerAccuracy: 1) == 0.2 && random.sampledAccuracy(depth: 6) == 0.2)
    #expect(AmplificationTheory(elementCount: 4, failureRate: 0).sampledAccuracy(depth: 6) == 1)
  }

  /// The right share of targets of a depth: H amplifies X, and then fails at random at `rate`. X is right but for
  /// `noise`. Contexts are of the published task, each asked once.
  private func simulated(depth: Int, rate: Double, noise: OverseerFailures, count: Int) -> Double {
    let failures = OverseerFailures(rate: rate, kind: .random)
    let amplification = Amplification(ScriptedOverseer())
    var (asked, right) = (0, 0)
    for example in PowerSplit.tiny.ofDepths(depth...depth).examples(0..<count, seed: seed) {
      let (question, context) = (example.questions[0], example.context)
      // An X of its own for each example: the published task has so few questions that one X's consistent errors
      // would not average out.
      let noiseSeed = seed.child("noise").child(example.index)
      let tree = amplification.tree(of: question, in: context, levels: 1) { question in
        asked += 1
        let wrong = noise.replacement(for: question, in: context, occasion: asked, seed: noiseSeed)
        return wrong ?? context.answer(to: question)
      }
      let replaced = failures.replacement(for: question, in: context, occasion: example.index, seed: seed)
      right += replaced ?? tree.answer == example.answers[0] ? 1 : 0
    }
    return Double(right) / Double(count)
  }

  /// 4.753 standard deviations of a share: one true claim in a million would fail.
  private func bound(_ accuracy: Double, _ count: Int) -> Double {
    4.753 * (accuracy * (1 - accuracy) / Double(count)).squareRoot() + 1e-9
  }

  /// X as accurate as its targets, wrong anew each time, at each failure rate of the report.
  @Test(arguments: [0, 0.01, 0.1, 0.3, 1]) func theSystemOfOraclesScoresWhatTheTheorySays(rate: Double) {
    let count = 60_000
    let theory = AmplificationTheory(elementCount: 4, failureRate: rate)
    for depth in 2...3 {
      let noise = OverseerFailures(rate: depth == 2 ? 0 : rate, kind: .random)
      let expected = theory.sampledAccuracy(depth: depth)
      let measured = simulated(depth: depth, rate: rate, noise: noise, count: count)
      #expect(abs(measured - expected) <= bound(expected, count), "depth \(depth): \(measured), not \(expected)")
    }
  }

  /// X that differs from its targets: q from its own noise, failures another.
  @Test func theSubanswersAccuracyIsAParameter() {
    let (count, noise) = (60_000, 0.4)
    let q = 1 - noise + noise / 5
    let expected = AmplificationTheory(elementCount: 4, failureRate: 0.1).targetAccuracy(subanswerAccuracy: q)
    let measured = simulated(depth: 3, rate: 0.1, noise: .init(rate: noise, kind: .random), count: count)
    #expect(abs(measured - expected) <= bound(expected, count))
  }

  /// Halves of 4...7 are 2 and 3. Of the cycle lengths 1...4, each as likely, two divide either. Twice the half is 4
  /// or 6: one more length divides that.
  @Test(arguments: [0.1, 0.3, 0.7, 1]) func consistentErrorsScoreWhatTheirTheorySays(noise: Double) {
    let count = 60_000
    let q = 1 - noise + noise / 5
    let theory = AmplificationTheory(elementCount: 4, failureRate: 0.1)
    let expected = theory.targetAccuracy(consistentSubanswerAccuracy: q, fixed: 0.5, swapped: 0.25)
    let measured = simulated(depth: 3, rate: 0.1, noise: .init(rate: noise, kind: .consistent), count: count)
    #expect(abs(measured - expected) <= bound(expected, count), "\(measured), not \(expected)")
    // The two kinds of error are far enough apart to be told from each other here.
    let random = theory.targetAccuracy(subanswerAccuracy: q)
    #expect(abs(measured - random) > 2 * bound(expected, count))
  }

  @Test func impossibleSystemsStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = AmplificationTheory(elementCount: 1, failureRate: 0) }
    await #expect(processExitsWith: .failure) { _ = AmplificationTheory(elementCount: 4, failureRate: 1.5) }
    await #expect(processExitsWith: .failure) {
      _ = AmplificationTheory(elementCount: 4, failureRate: 0).sampledAccuracy(depth: 0)
    }
  }
}
