import Learning
import Seeds

extension Question {
  /// What a model answers, in the order of the examples: numbers as `Examples.evaluation` reads them.
  func answers(of model: Architecture, _ values: ModelValues, seed: Seed) -> [Float] {
    if case .ofMazes(let mazes) = examples, case .tokens(let task, _) = mazes.reading {
      guard case .encoder(let shape) = model else {
        preconditionFailure("\(examples.name) is asked in tokens, which a looped model does not continue.")
      }
      return MazeTokenAnswers(split: mazes.split, task: task).ask(shape, values, count: count, seed: seed)
    }
    // Trained with the true answers, it is asked as X_PA is that never saw one.
    if case .ofAmplification(let asked) = examples, asked.measure == .average, case .answerer(let shape) = model {
      return shape.accuracies(values, asked.split, count: count, seed: seed)
    }
    return model.looped(loops).predictor(values).predictions(for: 0..<count, of: examples.source(seed: seed))
  }
}
