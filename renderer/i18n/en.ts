renderer/blocks/toolbox
renderer/blocks/help
docs/blocks-help
renderer/blocks/suggestions.ts
renderer/blocks/messages/en.ts
cli/lesson/find-lesson.ts
