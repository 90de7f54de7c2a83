import Seeds
import Testing

@testable import Learning

/// Random batches through every architecture, forward and back. What is refused instead is in `BatchBordersTests`; what is
/// touched outside of an allocation, AddressSanitizer sees (`tools/sanitize`).
@Suite struct BatchFuzzTests {
  private static let seed = Seed(root: 29).child("fuzz")

  private func source(_ kind: FuzzedModel, _ round: Int = 0) -> FuzzedModel.Source {
    FuzzedModel.Source(kind: kind, seed: Self.seed.child(kind.rawValue).child(round))
  }

  private func probe(_ kind: FuzzedModel, _ values: [Float]? = nil, _ round: Int = 0) -> Probe {
    let model = kind.model
    return Probe(model, values ?? ReferenceModel.parameters(of: model), source(kind, round))
  }

  @Test(arguments: FuzzedModel.allCases)
  func whatIsFiniteStaysFinite(_ kind: FuzzedModel) {
    for round in 0..<12 {
      let found = probe(kind, nil, round).loss(of: round..<2 * round + 1)
      #expect(found.loss.isFinite && found.predictions.allSatisfy(\.isFinite), "round \(round)")
      #expect(found.gradients.allSatisfy(\.isFinite) && found.gradients.contains { $0 != 0 }, "round \(round)")
    }
  }

  /// Scores of a million and more. (Attention alone has no norm between its layers: its numbers would leave the floats.
  /// Where messages are passed, nothing is scored.)
  @Test(arguments: FuzzedModel.allCases.filter { ![.attentionOnly, .messagePassing].contains($0) })
  func alsoWhereScoresAreLarge(_ kind: FuzzedModel) {
    let layout = kind.model.layout
    var values = ReferenceModel.parameters(of: kind.model)
    let names = ["attention.qkv", "attention.queries", "attention.keysValues"]
    let large = layout.parameters.filter { parameter in names.contains { parameter.name.contains($0) } }
    #expect(!large.isEmpty)
    for parameter in large { for place in parameter.range { values[place] *= 0x1p11 } }
    let found = probe(kind, values).loss(of: 0..<7)
    #expect(found.loss.isFinite && (found.predictions + found.gradients).allSatisfy(\.isFinite))
  }

  @Test(arguments: FuzzedModel.allCases.filter(\.readsSequencesAlone))
  func noSequenceReachesAnothersAnswers(_ kind: FuzzedModel) {
    let probe = probe(kind)
    let together = probe.loss(of: 0..<9).predictions
    #expect(together == (0..<9).flatMap { probe.loss(of: $0..<$0 + 1).predictions })
  }

  /// Whatever parameter is none: a diverged model has no loss, and no answer hides that.
  @Test(arguments: FuzzedModel.allCases)
  func aParameterThatIsNoNumberReachesTheLoss(_ kind: FuzzedModel) {
    let model = kind.model
    for parameter in model.layout.parameters {
      var values = ReferenceModel.parameters(of: model)
      for place in parameter.range { values[place] = .nan }
      #expect(probe(kind, values).loss(of: 0..<9).loss.isNaN, "\(parameter.name)")
    }
  }

  /// A workspace larger than needed, in which a diverged model left its numbers: nothing of them is read.
  @Test(arguments: FuzzedModel.allCases)
  func whatAWorkspaceHeldBeforeReachesNothing(_ kind: FuzzedModel) {
    let source = source(kind)
    let workspace = Workspace(
      Program(kind.model, for: .learning), tokens: 12 * source.longest, sequences: 12, longest: source.longest)
    func run(_ probe: Probe, _ examples: Range<Int>) -> (predictions: [Float], gradients: [Float], loss: LossSum) {
      var batch = Batch(idsPerToken: source.idsPerToken)
      source.append(examples, to: &batch)
      let gradients = FloatBuffer(count: probe.program.layout.count)
      let statistics = FloatBuffer(count: probe.program.statistics.count)
      let executor = Executor(
        workspace: workspace, parameters: probe.parameters.pointer, packed: probe.packed, statistics: statistics.pointer
      )
      return withExtendedLifetime(statistics) {
        executor.forward(batch)
        let predictions = workspace.predictions(of: batch)
        let loss = executor.loss(batch, gradients: gradients.pointer)
        return (predictions, gradients.values, loss)
      }
    }
    let (clean, ill) = (probe(kind), probe(kind, kind.model.layout.parameters.flatMap { $0.range.map { _ in .nan } }))
    let before = run(clean, 3..<8)
    #expect(run(ill, 0..<12).loss.sum.isNaN)
    let after = run(clean, 3..<8)
    #expect(after.predictions == before.predictions && after.gradients == before.gradients && after.loss == before.loss)
    #expect(after.gradients.allSatisfy { $0.isFinite })
  }
}
