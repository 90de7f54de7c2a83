import Foundation
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct WorkloadTests {
  /// Parameters, and floating-point operations a training step, as the other libraries' programs count them.
  @Test(arguments: [
    ("W0", 7_176, 32_440_320), ("W1-tiny", 53_025, 1_397_145_600), ("W1", 404_289, 21_644_279_808),
    ("W2", 216_512, 12_935_233_536), ("W2-small", 1_239_104, 77_359_742_976), ("W3", 271_368, 7_933_132_800),
  ])
  func everyWorkloadIsTheOneThatOthersRun(_ name: String, _ parameters: Int, _ operations: Int) throws {
    let workload = try Workload.named(name)
    #expect(Encoder(workload.model).layout.count == parameters)
    #expect(workload.operationsPerStep == operations)
  }

  /// Measured: 2e-6 at most. What is compared are float32 sums after some steps of Adam against float64.
  @Test(arguments: ["W0", "W1-tiny", "W2", "W3"])
  func theFirstFiveLossesArePyTorchs(_ name: String) throws {
    let workload = try Workload.named(name)
    let file = formula(workload)
    let layout = Encoder(workload.model).layout
    let trainer = Trainer(
      Program(Encoder(workload.model), for: .learning), workload.recipe, on: try WorkloadSource(workload, file),
      from: TrainingState(parameters: try file.parameters(of: layout)), maximumWorkers: 2)
    try trainer.advance(by: 5, workers: 2)
    for (found, wanted) in zip(trainer.state.losses, try references(name)) {
      #expect(abs(Double(found) - wanted) <= 1e-5 * wanted)
    }
  }

  @Test func batchesOfAnotherShapeOrVocabularyAreRefused() throws {
    let workload = try Workload.named("W0")
    var file = formula(workload)
    file.tensors["batches.classes"] = Tensor(.integers([8]), shape: [1])
    #expect(throws: SafetensorsProblem.self) { try WorkloadSource(workload, file) }
    file = formula(workload)
    let ids = Workload.batchCount * workload.batchSize * workload.length
    file.tensors["batches.ids"] = Tensor(
      .integers(Array(repeating: 16, count: ids)), shape: [Workload.batchCount, workload.batchSize, workload.length, 1])
    #expect(throws: SafetensorsProblem.self) { try WorkloadSource(workload, file) }
  }

  @Test func drawnBatchesComeAgainInTurn() throws {
    let workload = try Workload.named("W1-tiny")
    let source = WorkloadSource(workload, seed: Seed(root: 5))
    var batches: [Batch] = []
    for first in [0, 8 * 256, 256] {
      var batch = Batch(idsPerToken: 2)
      source.append(first..<first + 256, to: &batch)
      batches.append(batch)
    }
    #expect(batches[0].ids == batches[1].ids && batches[0].targets == batches[1].targets)
    #expect(batches[0].ids != batches[2].ids)
    #expect(batches[0].tokenCount == 256 * 17)
  }

  /// Weights and batches by the formula of `fixtures/reference/workloads_pytorch.py`.
  private func formula(_ workload: Workload) -> Safetensors {
    func word(_ number: UInt64) -> UInt64 {
      var numbers = SplitMix(number &* 0x9E37_79B9_7F4A_7C15)
      return numbers.next()
    }
    let model = workload.model
    let encoder = Encoder(model)
    let layout = encoder.layout
    var parameters = [Float](repeating: 0, count: layout.count)
    for parameter in layout.parameters {
      if parameter.name.hasSuffix(".shift") || parameter.name.hasSuffix(".bias") { continue }
      let isScale = parameter.name.hasSuffix(".scale")
      for index in parameter.range {
        parameters[index] = isScale ? 1 : Float(0.1 * (Double(word(UInt64(index)) >> 40) / 0x1p23 - 1))
      }
    }
    var file = Safetensors(ModelValues(parameters: parameters), of: encoder, file: "formula")
    let batches = [Workload.batchCount, workload.batchSize]
    let ids = batches + [workload.length, model.idsPerToken]
    file.tensors["batches.ids"] = Tensor(
      .integers((0..<ids.reduce(1, *)).map { Int32(word(1 << 32 + UInt64($0)) % UInt64(model.vocabulary)) }), shape: ids
    )
    let answers = batches + [workload.answerCount]
    let words = (0..<answers.reduce(1, *)).map { word(1 << 33 + UInt64($0)) }
    if model.loss == .squaredError {
      file.tensors["batches.targets"] = Tensor(.floats(words.map { Float(1 + $0 % 14) }), shape: answers)
    } else {
      file.tensors["batches.classes"] = Tensor(
        .integers(words.map { Int32($0 % UInt64(model.outputs)) }), shape: answers)
    }
    return file
  }

  private func references(_ name: String) throws -> [Double] {
    let path = "\(PackageFolder.fixtures)/learning/pytorch/workload-losses.json"
    let reader = try FixtureReader(
      try #require(try AtomicFile.read(path)), file: path, mend: "python fixtures/reference/workloads_pytorch.py")
    let losses = try reader.members("losses", "versions")["losses"]!.entries()
    let workload = try #require(losses.first { $0.name == name })
    return try workload.reader.members("drawn", "formula")["formula"]!.elements().map { try $0.number() }
  }
}
