import Learning
import Seeds
import Storage

/// A workload's batches, again and again in turn.
package struct WorkloadSource: ExampleSource {
  private enum Answers {
    case targets([Float])
    case classes([Int32])
  }

  package let idsPerToken: Int
  package let longest: Int
  /// `[examples, length, idsPerToken]`
  private let ids: [Int32]
  /// `[examples, answers]`
  private let answers: Answers
  private let answerCount: Int
  private let exampleCount: Int

  private init(_ workload: Workload, ids: [Int32], answers: Answers) {
    idsPerToken = workload.model.idsPerToken
    longest = workload.length
    self.ids = ids
    self.answers = answers
    answerCount = workload.answerCount
    exampleCount = Workload.batchCount * workload.batchSize
  }

  /// Any ids and answers: speed does not depend on them.
  package init(_ workload: Workload, seed: Seed) {
    var generator = seed.generator()
    let examples = Workload.batchCount * workload.batchSize
    let model = workload.model
    let ids = (0..<examples * workload.length * model.idsPerToken).map { _ in
      Int32(Draw.integer(in: 0...model.vocabulary - 1, using: &generator))
    }
    let count = examples * workload.answerCount
    switch model.loss {
    case .squaredError, .softCrossEntropy:
      let targets = (0..<count * model.outputs).map { _ in Float(Draw.integer(in: 1...14, using: &generator)) }
      self.init(workload, ids: ids, answers: .targets(targets))
    case .crossEntropy:
      let classes = (0..<count).map { _ in Int32(Draw.integer(in: 0...model.outputs - 1, using: &generator)) }
      self.init(workload, ids: ids, answers: .classes(classes))
    }
  }

  /// The batches of a file that `tools/peers/weights.py` wrote: `batches.ids`, and `batches.targets` or `.classes`.
  package init(_ workload: Workload, _ file: Safetensors) throws(SafetensorsProblem) {
    let model = workload.model
    let batches = [Workload.batchCount, workload.batchSize]
    let ids = try file.integers(
      "batches.ids", shape: batches + [workload.length, model.idsPerToken], in: 0..<Int32(model.vocabulary))
    switch model.loss {
    case .squaredError, .softCrossEntropy:
      let targets = try file.floats("batches.targets", shape: batches + [workload.answerCount])
      self.init(workload, ids: ids, answers: .targets(targets))
    case .crossEntropy:
      let classes = try file.integers(
        "batches.classes", shape: batches + [workload.answerCount], in: 0..<Int32(model.outputs))
      self.init(workload, ids: ids, answers: .classes(classes))
    }
  }

  package func append(_ indices: Range<Int>, to batch: inout Batch) {
    let idCount = longest * idsPerToken
    for index in indices {
      let example = index % exampleCount
      let sequence = ids[idCount * example..<idCount * (example + 1)]
      let places = answerCount * example..<answerCount * (example + 1)
      switch answers {
      case .targets(let targets): batch.append(ids: sequence, targets: targets[places])
      case .classes(let classes): batch.append(ids: sequence, classes: classes[places])
      }
    }
  }
}
