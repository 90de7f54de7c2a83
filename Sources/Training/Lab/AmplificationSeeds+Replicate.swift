extension AmplificationSeeds {
  package init(_ replicate: ReplicateSeeds, _ stage: Stage) {
    self.init(stage: replicate.stage(stage), weights: replicate.weights, dropout: replicate.dropout(stage))
  }
}
