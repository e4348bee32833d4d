renderer/views/blocks/far-blocks.ts
renderer/views/blocks/far-blocks.css
renderer/views/blocks/far-blocks.test.ts
renderer/blocks/toolbox
renderer/views/blocks/blocks-editor.css
