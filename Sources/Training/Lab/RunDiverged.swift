import Learning

/// A replicate whose loss stopped being a number. The others go on.
package struct RunDiverged: Error, Hashable, CustomStringConvertible {
  package let experiment: String
  package let replicate: Int
  package let stage: String
  package let problem: TrainingProblem

  package init(experiment: String, replicate: Int, stage: String, problem: TrainingProblem) {
    self.experiment = experiment
    self.replicate = replicate
    self.stage = stage
    self.problem = problem
  }

  package var description: String { "\(experiment), replicate \(replicate), stage \(stage): \(problem)" }
}
