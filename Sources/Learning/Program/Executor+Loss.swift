extension Executor {
  /// The summed loss of the predictions, and its gradient.
  func loss(_ batch: Batch, predictionGradients: UnsafeMutablePointer<Float>) -> LossSum {
    let answers = rows(program.predictions, batch)
    let predictions = UnsafePointer(workspace[program.predictions])
    switch program.loss {
    case .squaredError:
      let count = answers * program.outputs
      precondition(
        batch.targets.count == count,
        "\(answers) answers of \(program.outputs) numbers need as many targets, "
          + "not \(batch.targets.count).")
      let sum = batch.targets.withUnsafeBufferPointer { targets in
        Kernel.squaredError(
          predictions: predictions, targets: targets.baseAddress!, count: count, scale: 1,
          gradient: predictionGradients)
      }
      return LossSum(sum: sum, weight: Double(count))
    case .softCrossEntropy:
      let count = answers * program.outputs
      precondition(
        batch.targets.count == count && batch.targets.allSatisfy { $0 >= 0 },
        "\(answers) answers of \(program.outputs) classes need as many targets, none negative, "
          + "not \(batch.targets.count).")
      return batch.targets.withUnsafeBufferPointer { targets in
        Kernel.softCrossEntropy(
          logits: predictions, targets: targets.baseAddress!, rows: answers, classCount: program.outputs,
          gradient: predictionGradients)
      }
    case .crossEntropy:
      precondition(
        batch.classes.count == answers, "\(answers) answers need as many classes, not \(batch.classes.count).")
      return batch.classes.withUnsafeBufferPointer { classes in
        check(classes.baseAddress!, rows: answers, below: program.outputs, what: "the loss")
        return batch.weights.withUnsafeBufferPointer { weights in
          Kernel.crossEntropy(
            logits: predictions, classes: classes.baseAddress!, weights: weights.isEmpty ? nil : weights.baseAddress,
            rows: answers, classCount: program.outputs, gradient: predictionGradients)
        }
      }
    }
  }
}
